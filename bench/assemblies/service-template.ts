import { Random } from "../plans/random.ts";

type Json = Readonly<Record<string, unknown>>;

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly [part: string]: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Json;
  readonly Metadata: { readonly "aws:cdk:path": string };
}

type Resources = Readonly<Record<string, Resource>>;

export interface Service {
  /** Which of the stacks of an app: equal numbers and seeds give equal templates. */
  readonly number: number;
  readonly seed: number;
  /** The path of its stack in the app. */
  readonly path: string;
}

const teams = ["payments", "orders", "billing", "search", "ingest", "web", "data", "platform"];
const actions = [
  "s3:GetObject",
  "s3:PutObject",
  "sqs:SendMessage",
  "dynamodb:Query",
  "dynamodb:PutItem",
  "kms:Decrypt",
];

/** A stack as the CDK writes one: functions with their roles and policies, what they use, and what says nothing of access. */
export function serviceTemplate({ number, seed, path }: Service): Template {
  const random = new Random(seed, number);
  const team = random.pick(teams);
  const functions = random.list(1 + random.below(3), (i) => functionWithRole(`Fn${i}`, path, random));
  const stores = [bucketWithPolicy(path), table(path), queue(path, random)];
  const resources = [...functions, ...stores, ...alarms(path, random)].flatMap((some) => Object.entries(some));
  return {
    Resources: Object.fromEntries(resources),
    Outputs: { BucketArn: { Value: arn("Bucket83908E77"), Export: { Name: `${team}-${number}-bucket` } } },
    Parameters: {
      BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk-bootstrap/x/version" },
    },
  };
}

function functionWithRole(id: string, path: string, random: Random): Resources {
  const [role, policy, log] = [`${id}ServiceRole5A3B`, `${id}ServiceRoleDefaultPolicy7C1D`, `${id}LogGroup9E2F`];
  return {
    [role]: resource("AWS::IAM::Role", `${path}/${id}/ServiceRole`, {
      AssumeRolePolicyDocument: document([
        { Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } },
      ]),
      ManagedPolicyArns: [
        join("arn:", { Ref: "AWS::Partition" }, ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
      ],
    }),
    [policy]: resource("AWS::IAM::Policy", `${path}/${id}/ServiceRole/DefaultPolicy`, {
      PolicyDocument: document(random.list(random.count(4), () => statement(random))),
      PolicyName: policy,
      Roles: [{ Ref: role }],
    }),
    [`${id}A1B2`]: resource("AWS::Lambda::Function", `${path}/${id}`, {
      Code: { S3Bucket: { "Fn::Sub": `cdk-x-assets-\${AWS::AccountId}-\${AWS::Region}` }, S3Key: random.hex(64) },
      Environment: { Variables: { TABLE: { Ref: "Table8235A42E" }, STAGE: "prod" } },
      Handler: "index.handler",
      Role: arn(role),
      Runtime: "nodejs22.x",
    }),
    [log]: resource("AWS::Logs::LogGroup", `${path}/${id}/LogGroup`, { RetentionInDays: 30 }),
  };
}

function statement(random: Random): Json {
  const used = random.list(random.count(3), () => random.pick(actions));
  const bucket = arn("Bucket83908E77");
  return { Action: used, Effect: "Allow", Resource: [bucket, join(bucket, "/*"), arn("Table8235A42E")] };
}

function bucketWithPolicy(path: string): Resources {
  const insecure = { Bool: { "aws:SecureTransport": "false" } };
  const bucket = arn("Bucket83908E77");
  return {
    Bucket83908E77: resource("AWS::S3::Bucket", `${path}/Bucket`, {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
    }),
    BucketPolicyE9A3008A: resource("AWS::S3::BucketPolicy", `${path}/Bucket/Policy`, {
      Bucket: { Ref: "Bucket83908E77" },
      PolicyDocument: document([
        {
          Action: "s3:*",
          Condition: insecure,
          Effect: "Deny",
          Principal: { AWS: "*" },
          Resource: [bucket, join(bucket, "/*")],
        },
      ]),
    }),
  };
}

function table(path: string): Resources {
  const key = [{ AttributeName: "pk", KeyType: "HASH" }];
  const properties = { AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }], KeySchema: key };
  return { Table8235A42E: resource("AWS::DynamoDB::Table", `${path}/Table`, properties) };
}

function queue(path: string, random: Random): Resources {
  return { QueueB1C2: resource("AWS::SQS::Queue", `${path}/Queue`, { VisibilityTimeout: 30 + random.below(300) }) };
}

function alarms(path: string, random: Random): readonly Resources[] {
  return random.list(4 + random.below(6), (i) => ({
    [`Alarm${i}D4E5`]: resource("AWS::CloudWatch::Alarm", `${path}/Alarm${i}`, {
      ComparisonOperator: "GreaterThanThreshold",
      Dimensions: [{ Name: "FunctionName", Value: { Ref: "Fn0A1B2" } }],
      EvaluationPeriods: 1 + random.below(5),
      MetricName: "Errors",
      Namespace: "AWS/Lambda",
      Threshold: random.below(100),
    }),
  }));
}

function resource(Type: string, path: string, Properties: Json): Resource {
  return { Type, Properties, Metadata: { "aws:cdk:path": `${path}/Resource` } };
}

function document(Statement: readonly Json[]): Json {
  return { Statement, Version: "2012-10-17" };
}

function arn(id: string): Json {
  return { "Fn::GetAtt": [id, "Arn"] };
}

function join(...parts: readonly unknown[]): Json {
  return { "Fn::Join": ["", parts] };
}
