import { variable } from "../language.ts";

/** Whose role a connector gives a policy, or which resource it opens to the other one. */
export type Way = "role-of-source" | "role-of-destination" | "topic" | "queue" | "function";

/** Actions and the resources that they are allowed on: texts of `Fn::Sub` over what is known of both ends. */
export type Allowed = readonly [actions: string, resources: string];

/** What a connector gives by the names of `Permissions`; for a resource that is opened, the service that comes from the source. */
export interface Profile {
  readonly way: Way;
  readonly service?: string;
  /** Where the service comes from; an ARN of the source where nothing else is said. */
  readonly from?: string;
  readonly byAccount?: boolean;
  readonly access: Readonly<Record<string, readonly Allowed[]>>;
}

const to = variable("DestinationArn");
const source = variable("SourceArn");
const here = `${variable("AWS::Region")}:${variable("AWS::AccountId")}`;
const partition = `arn:${variable("AWS::Partition")}`;

const readObjects =
  "s3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion \
s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent s3:ListBucket \
s3:ListBucketMultipartUploads s3:ListBucketVersions s3:ListMultipartUploadParts";
const writeObjects =
  "s3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold \
s3:PutObjectRetention s3:RestoreObject";
const bucket = {
  Read: [[readObjects, `${to} ${to}/*`]],
  Write: [[writeObjects, `${to} ${to}/*`]],
} as const;

const readItems =
  "dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect";
const writeItems =
  "dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete \
dynamodb:PartiQLInsert dynamodb:PartiQLUpdate";
const table = {
  Read: [[readItems, `${to} ${to}/index/*`]],
  Write: [[writeItems, `${to} ${to}/index/*`]],
} as const;

const invoke = { Write: [["lambda:InvokeAsync lambda:InvokeFunction", to]] } as const;
const publish = { Write: [["sns:Publish", to]] } as const;
const putEvents = { Write: [["events:PutEvents", to]] } as const;
const executions = `${partition}:states:${here}:execution:${variable("DestinationName")}:*`;
const rule = `${partition}:events:${here}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;

function ofSource(access: Profile["access"]): Profile {
  return { way: "role-of-source", access };
}

function opened(way: Way, service: string, actions: string, others: Omit<Profile, "way" | "access"> = {}): Profile {
  return { way, service, ...others, access: { Write: [[actions, to]] } };
}

const api = opened("function", "apigateway.amazonaws.com", "lambda:InvokeFunction", {
  from: `${partition}:execute-api:${here}:${variable("SourceResourceId")}/${variable("SourceQualifier")}`,
});

/**
 * By the types of both ends.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
export const profiles: ReadonlyMap<string, Profile> = new Map<string, Profile>([
  ["ApiGateway::RestApi Lambda::Function", api],
  ["ApiGatewayV2::Api Lambda::Function", api],
  ["AppSync::DataSource DynamoDB::Table", ofSource(table)],
  ["AppSync::DataSource Events::EventBus", ofSource(putEvents)],
  [
    "AppSync::DataSource Lambda::Function",
    ofSource({ Write: [["lambda:InvokeAsync lambda:InvokeFunction", `${to} ${to}:*`]] }),
  ],
  [
    "AppSync::GraphQLApi Lambda::Function",
    opened("function", "appsync.amazonaws.com", "lambda:InvokeFunction", {
      from: `${partition}:appsync:${here}:apis/${variable("SourceResourceId")}`,
    }),
  ],
  [
    "DynamoDB::Table Lambda::Function",
    {
      way: "role-of-destination",
      access: {
        Read: [
          [
            "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams",
            `${source}/stream/*`,
          ],
        ],
      },
    },
  ],
  ["Events::Rule Events::EventBus", ofSource(putEvents)],
  ["Events::Rule Lambda::Function", opened("function", "events.amazonaws.com", "lambda:InvokeFunction")],
  ["Events::Rule SNS::Topic", opened("topic", "events.amazonaws.com", "sns:Publish")],
  ["Events::Rule SQS::Queue", opened("queue", "events.amazonaws.com", "sqs:SendMessage")],
  ["Events::Rule StepFunctions::StateMachine", ofSource({ Write: [["states:StartExecution", to]] })],
  ["Lambda::Function DynamoDB::Table", ofSource(table)],
  ["Lambda::Function Events::EventBus", ofSource(putEvents)],
  ["Lambda::Function Lambda::Function", ofSource(invoke)],
  [
    "Lambda::Function Location::PlaceIndex",
    ofSource({
      Read: [
        [
          "geo:DescribePlaceIndex geo:GetPlace geo:SearchPlaceIndexForPosition geo:SearchPlaceIndexForSuggestions \
geo:SearchPlaceIndexForText",
          to,
        ],
      ],
    }),
  ],
  ["Lambda::Function S3::Bucket", ofSource(bucket)],
  ["Lambda::Function SNS::Topic", ofSource(publish)],
  [
    "Lambda::Function SQS::Queue",
    ofSource({
      Read: [["sqs:ReceiveMessage sqs:GetQueueAttributes", to]],
      Write: [["sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility sqs:PurgeQueue", to]],
    }),
  ],
  [
    "Lambda::Function StepFunctions::StateMachine",
    ofSource({
      Read: [
        ["states:DescribeStateMachine states:ListExecutions", to],
        ["states:DescribeExecution states:DescribeStateMachineForExecution states:GetExecutionHistory", executions],
      ],
      Write: [
        ["states:StartExecution states:StartSyncExecution", to],
        ["states:StopExecution", executions],
      ],
    }),
  ],
  ["S3::Bucket Lambda::Function", opened("function", "s3.amazonaws.com", "lambda:InvokeFunction", { byAccount: true })],
  ["SNS::Topic Lambda::Function", opened("function", "sns.amazonaws.com", "lambda:InvokeFunction")],
  ["SNS::Topic SQS::Queue", opened("queue", "sns.amazonaws.com", "sqs:SendMessage")],
  [
    "SQS::Queue Lambda::Function",
    {
      way: "role-of-destination",
      access: {
        Read: [["sqs:ReceiveMessage sqs:GetQueueAttributes", source]],
        Write: [["sqs:DeleteMessage", source]],
      },
    },
  ],
  ["StepFunctions::StateMachine DynamoDB::Table", ofSource(table)],
  ["StepFunctions::StateMachine Events::EventBus", ofSource(putEvents)],
  ["StepFunctions::StateMachine Lambda::Function", ofSource(invoke)],
  ["StepFunctions::StateMachine S3::Bucket", ofSource(bucket)],
  ["StepFunctions::StateMachine SNS::Topic", ofSource(publish)],
  ["StepFunctions::StateMachine SQS::Queue", ofSource({ Write: [["sqs:SendMessage", to]] })],
  [
    "StepFunctions::StateMachine StepFunctions::StateMachine",
    ofSource({
      Read: [
        ["states:DescribeExecution", executions],
        ["events:DescribeRule", rule],
      ],
      Write: [
        ["states:StartExecution", to],
        ["states:StopExecution", executions],
        ["events:PutTargets events:PutRule", rule],
      ],
    }),
  ],
]);
