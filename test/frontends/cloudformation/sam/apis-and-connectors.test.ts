import { describe, expect, it } from "vitest";
import { madeOf, partOf } from "./support.ts";

const api = "$" + "{Shop}";
const authorizer = { FunctionArn: "arn:aws:lambda:eu-west-1:1:function:who" };

describe("authorizers", () => {
  it.each([
    ["AWS::Serverless::Api", authorizer, true],
    ["AWS::Serverless::Api", { ...authorizer, DisableFunctionDefaultPermissions: true }, false],
    ["AWS::Serverless::Api", { UserPoolArn: "arn:pool" }, false],
    ["AWS::Serverless::HttpApi", authorizer, false],
    ["AWS::Serverless::HttpApi", { ...authorizer, EnableFunctionDefaultPermissions: true }, true],
  ])("of %s %j may be invoked: %s", async (Type, one, may) => {
    const properties = { StageName: "live", Auth: { Authorizers: { Who: one } } };
    const made = await madeOf({ Shop: { Type, Properties: properties } });
    const source = `arn:aws:execute-api:eu-west-1:111122223333:${api}/authorizers/*`;
    expect(partOf(made, "ShopWhoAuthorizerPermission", "SourceArn")).toBe(may ? source : undefined);
  });

  it("of a socket invoke by a role where one is given", async () => {
    const routes = { $connect: { FunctionArn: "arn:connect" } };
    const auth = { AuthType: "CUSTOM", AuthArn: "arn:who" };
    const socket = (Auth: object) => ({ Type: "AWS::Serverless::WebSocketApi", Properties: { Routes: routes, Auth } });
    const made = await madeOf({ Shop: socket(auth), Other: socket({ ...auth, InvokeRole: "arn:aws:iam::1:role/r" }) });
    expect(made.resources.has("ShopAuthorizerPermission")).toBe(true);
    expect(made.resources.has("OtherAuthorizerPermission")).toBe(false);
    expect(partOf(made, "OtherConnectAuthorizer", "AuthorizerCredentialsArn")).toBe("arn:aws:iam::1:role/r");
    expect(partOf(made, "ShopConnectPermission", "SourceArn")).toBe(
      `arn:aws:execute-api:eu-west-1:111122223333:${"$"}{Shop.ApiId}/default/$connect`,
    );
  });
});

describe("resource policies of APIs", () => {
  it("name the methods that they are about", async () => {
    const order = { Type: "Api", Properties: { Path: "/orders", Method: "post", RestApiId: { Ref: "Shop" } } };
    const made = await madeOf({
      Shop: {
        Type: "AWS::Serverless::Api",
        Properties: { StageName: "live", Auth: { ResourcePolicy: { AwsAccountWhitelist: ["222233334444"] } } },
      },
      Worker: { Type: "AWS::Serverless::Function", Properties: { Events: { Order: order } } },
    });
    expect(partOf(made, "Shop", "Body", "x-amazon-apigateway-policy", "Statement")).toEqual([
      {
        Effect: "Allow",
        Action: "execute-api:Invoke",
        Resource: ["execute-api:/live/POST/orders"],
        Principal: { AWS: ["222233334444"] },
      },
    ]);
  });
});

describe("GraphQL", () => {
  it("takes a role for its logs, and one for each source of data", async () => {
    const sources = { DynamoDb: { Orders: { TableName: "orders", TableArn: "arn:orders", Permissions: ["Read"] } } };
    const made = await madeOf({ Shop: { Type: "AWS::Serverless::GraphQLApi", Properties: { DataSources: sources } } });
    expect(partOf(made, "Shop", "LogConfig", "CloudWatchLogsRoleArn")).toBe("?exact ShopCloudWatchRole.arn");
    expect(partOf(made, "ShopOrdersDynamoDBDataSource", "ServiceRoleArn")).toBe(
      "?exact ShopOrdersDynamoDBDataSourceRole.arn",
    );
    expect(partOf(made, "ShopOrdersDynamoDBDataSourceToTableConnectorPolicy", "Roles")).toEqual([
      "?exact ShopOrdersDynamoDBDataSourceRole.role_name",
    ]);
  });
});

describe("connectors", () => {
  const worker = { Type: "AWS::Serverless::Function", Properties: {} };

  it("give the role of the source a policy", async () => {
    const made = await madeOf({
      Worker: worker,
      Jobs: { Type: "AWS::SQS::Queue" },
      ToJobs: {
        Type: "AWS::Serverless::Connector",
        Properties: { Source: { Id: "Worker" }, Destination: { Id: "Jobs" }, Permissions: ["Read"] },
      },
    });
    expect(partOf(made, "ToJobsPolicy", "Roles")).toEqual(["?exact WorkerRole.role_name"]);
    expect(partOf(made, "ToJobsPolicy", "PolicyDocument", "Statement")).toEqual([
      { Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:GetQueueAttributes"], Resource: ["?exact Jobs.arn"] },
    ]);
  });

  it("inside of a resource begin there, and may end in several", async () => {
    const ends = [{ Id: "Jobs" }, { Id: "Worker" }];
    const made = await madeOf({
      News: {
        Type: "AWS::SNS::Topic",
        Connectors: { On: { Properties: { Destination: ends, Permissions: ["Write"] } } },
      },
      Worker: worker,
      Jobs: { Type: "AWS::SQS::Queue" },
    });
    expect(partOf(made, "NewsOnQueuePolicyDestination0", "Queues")).toEqual(["?exact Jobs.queue_url"]);
    expect(partOf(made, "NewsOnWriteLambdaPermissionDestination1")).toEqual({
      Type: "AWS::Lambda::Permission",
      Action: "lambda:InvokeFunction",
      FunctionName: "?exact Worker.arn",
      Principal: "sns.amazonaws.com",
      SourceArn: "?exact News.arn",
    });
  });
});
