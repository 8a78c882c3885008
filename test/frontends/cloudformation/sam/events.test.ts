import { describe, expect, it } from "vitest";
import { aws, partOf, withFunction } from "./support.ts";

const worker = "?exact Worker.function_name";

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
}

describe("what may invoke a function", () => {
  const queue = { Jobs: { Type: "AWS::SQS::Queue" } };

  it.each([
    ["Schedule", { Schedule: "rate(1 day)" }, "events.amazonaws.com", { SourceArn: "?exact WorkerE.arn" }],
    ["EventBridgeRule", { Pattern: {} }, "events.amazonaws.com", { SourceArn: "?exact WorkerE.arn" }],
    ["CloudWatchEvent", { Pattern: {} }, "events.amazonaws.com", { SourceArn: "?exact WorkerE.arn" }],
    ["S3", { Bucket: { Ref: "B" }, Events: "s3:*" }, "s3.amazonaws.com", { SourceAccount: "111122223333" }],
    ["SNS", { Topic: "arn:aws:sns:eu-west-1:1:t" }, "sns.amazonaws.com", { SourceArn: "arn:aws:sns:eu-west-1:1:t" }],
    ["AlexaSkill", { SkillId: "amzn1" }, "alexa-appkit.amazon.com", { EventSourceToken: "amzn1" }],
    ["AlexaSkill", {}, "alexa-appkit.amazon.com", {}],
    ["CloudWatchLogs", { LogGroupName: "g" }, "logs.amazonaws.com", { SourceArn: arn("logs", "log-group:g:*") }],
  ])("%s %j", async (Type, Properties, principal, narrowing) => {
    const made = await withFunction({ Events: { E: { Type, Properties } } }, queue);
    expect(partOf(made, "WorkerEPermission")).toEqual({
      Type: "AWS::Lambda::Permission",
      Action: "lambda:InvokeFunction",
      FunctionName: worker,
      Principal: principal,
      ...narrowing,
    });
  });

  it("a rule of IoT, by its name", async () => {
    const made = await withFunction({ Events: { E: { Type: "IoTRule", Properties: { Sql: "SELECT *" } } } });
    expect(partOf(made, "WorkerEPermission", "SourceAccount")).toBe("111122223333");
    expect(partOf(made, "WorkerEPermission", "SourceArn")).toMatch(/^arn:aws:iot:eu-west-1:111122223333:rule\/.+/);
  });

  it("a user pool, whose permission is named by the function", async () => {
    const made = await withFunction(
      { Events: { E: { Type: "Cognito", Properties: { UserPool: { Ref: "Pool" }, Trigger: "PreSignUp" } } } },
      { Pool: { Type: "AWS::Cognito::UserPool" } },
    );
    expect(partOf(made, "WorkerCognitoPermission", "SourceArn")).toBe("?exact Pool.arn");
  });

  it("the alias where every version has one", async () => {
    const made = await withFunction({ AutoPublishAlias: "live", Events: { E: { Type: "Schedule" } } });
    expect(partOf(made, "WorkerEPermission", "FunctionName")).toBe("?exact WorkerAliaslive.id");
  });
});

describe("routes", () => {
  const api = "$" + "{ServerlessRestApi}";
  const http = "$" + "{ServerlessHttpApi}";

  it.each([
    ["Api", { Path: "/orders/{id}/", Method: "post" }, "WorkerEPermissionProd", `${api}/*/POST/orders/*`],
    ["Api", { Path: "/{proxy+}", Method: "any" }, "WorkerEPermissionProd", `${api}/*/*/*`],
    ["HttpApi", { Path: "/orders", Method: "GET" }, "WorkerEPermission", `${http}/*/GET/orders`],
    ["HttpApi", {}, "WorkerEPermission", `${http}/*/*`],
  ])("%s %j", async (Type, Properties, id, end) => {
    const made = await withFunction({ Events: { E: { Type, Properties } } });
    expect(partOf(made, id, "SourceArn")).toBe(arn("execute-api", end));
  });

  it("of an API of the template are named by its stage", async () => {
    const made = await withFunction(
      { Events: { E: { Type: "Api", Properties: { Path: "/", Method: "get", RestApiId: { Ref: "Shop" } } } } },
      { Shop: { Type: "AWS::Serverless::Api", Properties: { StageName: "live" } } },
    );
    expect(made.resources.has("WorkerEPermissionlive")).toBe(true);
    expect(made.resources.has("ServerlessRestApi")).toBe(false);
  });

  it("need no permission of their own beside the default one", async () => {
    const made = await withFunction({
      Events: { All: { Type: "HttpApi" }, One: { Type: "HttpApi", Properties: { Path: "/one", Method: "get" } } },
    });
    expect(made.resources.has("WorkerAllPermission")).toBe(true);
    expect(made.resources.has("WorkerOnePermission")).toBe(false);
  });
});

describe("what a function reads from", () => {
  it.each([
    ["SQS", { Queue: "arn:q" }, "arn:q", "AWSLambdaSQSQueueExecutionRole"],
    ["Kinesis", { Stream: "arn:s" }, "arn:s", "AWSLambdaKinesisExecutionRole"],
    ["DynamoDB", { Stream: "arn:s" }, "arn:s", "AWSLambdaDynamoDBExecutionRole"],
    ["MSK", { Stream: "arn:s" }, "arn:s", "AWSLambdaMSKExecutionRole"],
  ])("%s: its role has a policy for it", async (Type, Properties, source, policy) => {
    const made = await withFunction({ Events: { E: { Type, Properties } } });
    expect(partOf(made, "WorkerE", "EventSourceArn")).toBe(source);
    expect(partOf(made, "WorkerE", "FunctionName")).toBe(worker);
    expect(partOf(made, "WorkerRole", "ManagedPolicyArns")).toContain(aws(`service-role/${policy}`));
  });

  it("a broker: the secret and the broker", async () => {
    const access = [{ Type: "BASIC_AUTH", URI: "arn:secret" }];
    const Properties = { Broker: "arn:broker", SourceAccessConfigurations: access, SecretsManagerKmsKeyId: "k" };
    const made = await withFunction({ Events: { E: { Type: "MQ", Properties } } });
    expect(partOf(made, "WorkerRole", "Policies", 0, "PolicyDocument", "Statement")).toEqual([
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: "arn:secret" },
      { Effect: "Allow", Action: ["mq:DescribeBroker"], Resource: "arn:broker" },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: arn("kms", "key/k") },
    ]);
  });

  it("a queue that a topic fills, which is made", async () => {
    const Properties = { Topic: "arn:topic", SqsSubscription: true };
    const made = await withFunction({ Events: { E: { Type: "SNS", Properties } } });
    expect(made.resources.has("WorkerEPermission")).toBe(false);
    expect(partOf(made, "WorkerEQueuePolicy", "Queues")).toEqual(["?exact WorkerEQueue.queue_url"]);
    expect(partOf(made, "WorkerEQueuePolicy", "PolicyDocument", "Statement", 0)).toEqual({
      Effect: "Allow",
      Action: "sqs:SendMessage",
      Resource: "?exact WorkerEQueue.arn",
      Principal: "*",
      Condition: { ArnEquals: { "aws:SourceArn": "arn:topic" } },
    });
  });

  it("what could not be worked off goes where the role may send", async () => {
    const failed = { OnFailure: { Type: "SQS", Destination: "arn:dead" } };
    const Properties = { Stream: "arn:s", DestinationConfig: failed };
    const made = await withFunction({ Events: { E: { Type: "Kinesis", Properties } } });
    expect(partOf(made, "WorkerRole", "Policies", 0, "PolicyName")).toBe("WorkerESQSPolicy");
  });
});
