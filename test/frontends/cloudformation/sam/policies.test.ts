import { describe, expect, it } from "vitest";
import { aws, partOf, withFunction } from "./support.ts";

const basic = aws("service-role/AWSLambdaBasicExecutionRole");
const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::in/*" };
const none = { Ref: "AWS::NoValue" };

async function roleWith(properties: Readonly<Record<string, unknown>>, region = "eu-west-1") {
  const conditions = { Conditions: { Big: { "Fn::Equals": [{ Ref: "AWS::StackName" }, "big"] } } };
  const made = await withFunction(properties, {}, conditions, { region });
  return {
    made,
    managed: partOf(made, "WorkerRole", "ManagedPolicyArns"),
    inline: partOf(made, "WorkerRole", "Policies"),
  };
}

describe("managed policies of the role of a function", () => {
  it.each([
    ["none", undefined, []],
    ["a name", "AmazonSQSReadOnlyAccess", [aws("AmazonSQSReadOnlyAccess")]],
    ["a name whose ARN has a path", ["AWSLambdaRole"], [aws("service-role/AWSLambdaRole")]],
    ["a name that is there already", ["AWSLambdaBasicExecutionRole"], []],
    ["an ARN", ["arn:aws:iam::111122223333:policy/own"], ["arn:aws:iam::111122223333:policy/own"]],
    ["a reference", [{ "Fn::ImportValue": "policy" }], ["?unresolved ."]],
    ["nothing", [none], []],
  ])("%s", async (_, policies, expected) => {
    expect((await roleWith({ Policies: policies })).managed).toEqual([basic, ...expected]);
  });

  it.each([
    [{ Tracing: "Active" }, "eu-west-1", aws("AWSXrayWriteOnlyAccess")],
    [{ Tracing: "Active" }, "cn-north-1", "arn:aws-cn:iam::aws:policy/AWSXRayDaemonWriteAccess"],
    [{ VpcConfig: { SubnetIds: ["subnet-1"] } }, "eu-west-1", aws("service-role/AWSLambdaVPCAccessExecutionRole")],
  ])("%j in %s", async (properties, region, expected) => {
    expect((await roleWith(properties, region)).managed).toContain(expected);
  });

  it("is another one for durable functions, and none for tracing that is off", async () => {
    const { managed } = await roleWith({ DurableConfig: { ExecutionTimeout: 60 }, Tracing: "Disabled" });
    expect(managed).toEqual([aws("service-role/AWSLambdaBasicDurableExecutionRolePolicy")]);
  });
});

describe("policies inside of the role of a function", () => {
  it("are documents, named by their position", async () => {
    const { inline } = await roleWith({ Policies: ["AWSLambdaRole", { Statement: [statement] }] });
    expect(inline).toEqual([{ PolicyName: "WorkerRolePolicy1", PolicyDocument: { Statement: [statement] } }]);
  });

  it("are policy templates with the values of their parameters", async () => {
    const { inline } = await roleWith({ Policies: [{ SQSSendMessagePolicy: { QueueName: "jobs" } }] });
    const sent = {
      Effect: "Allow",
      Action: ["sqs:SendMessage*"],
      Resource: ["arn:aws:sqs:eu-west-1:111122223333:jobs"],
    };
    expect(inline).toEqual([{ PolicyName: "WorkerRolePolicy0", PolicyDocument: { Statement: [sent] } }]);
  });

  it("let it send to where failed events go", async () => {
    const { inline } = await roleWith({ DeadLetterQueue: { Type: "SNS", TargetArn: "arn:aws:sns:eu-west-1:1:t" } });
    const sent = { Effect: "Allow", Action: "sns:Publish", Resource: "arn:aws:sns:eu-west-1:1:t" };
    expect(inline).toEqual([
      { PolicyName: "DeadLetterQueuePolicy", PolicyDocument: { Version: "2012-10-17", Statement: [sent] } },
    ]);
  });

  it("let it send to destinations, and one that has no name is made", async () => {
    const { made, inline } = await roleWith({
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: "SQS" } } },
    });
    const sent = {
      Effect: "Allow",
      Action: "sqs:SendMessage",
      Resource: "?exact WorkerEventInvokeConfigOnFailureQueue.arn",
    };
    expect(inline).toEqual([
      {
        PolicyName: "WorkerEventInvokeConfigOnFailureSQSPolicy",
        PolicyDocument: { Version: "2012-10-17", Statement: [sent] },
      },
    ]);
    expect(partOf(made, "WorkerEventInvokeConfigOnFailureQueue", "Type")).toBe("AWS::SQS::Queue");
  });
});

describe("policies under a condition that may hold", () => {
  const either = (yes: unknown, no: unknown) => [{ "Fn::If": ["Big", yes, no] }];

  it.each([
    ["two names", either("AWSLambdaRole", "AmazonSQSFullAccess"), 2, 0],
    ["a name or nothing", either("AWSLambdaRole", none), 2, 0],
    ["a document or nothing", either(none, { Statement: [statement] }), 1, 1],
    ["a policy template or a document", either({ EC2DescribePolicy: {} }, { Statement: [statement] }), 1, 1],
  ])("%s", async (_, policies, managed, inline) => {
    const found = await roleWith({ Policies: policies });
    expect(found.made.plan.notices.map(({ code }) => code)).toEqual([]);
    expect(found.managed).toHaveLength(managed);
    expect(found.inline).toHaveLength(inline);
  });
});
