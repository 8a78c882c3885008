import { describe, expect, it } from "vitest";
import { madeOf, partOf, withFunction } from "./support.ts";

describe("the role of a function", () => {
  it("is made, and Lambda takes it on", async () => {
    const made = await withFunction({});
    expect(partOf(made, "Worker", "Role")).toBe("?exact WorkerRole.arn");
    expect(partOf(made, "WorkerRole", "AssumeRolePolicyDocument", "Statement", 0)).toEqual({
      Effect: "Allow",
      Principal: { Service: ["lambda.amazonaws.com"] },
      Action: ["sts:AssumeRole"],
    });
  });

  it("is none where one is given", async () => {
    const made = await withFunction({ Role: "arn:aws:iam::111122223333:role/own", Policies: ["AWSLambdaRole"] });
    expect(partOf(made, "Worker", "Role")).toBe("arn:aws:iam::111122223333:role/own");
    expect([...made.resources.keys()]).toEqual(["Worker"]);
  });

  it.each([
    [["Big", "arn:aws:iam::1:role/own", { Ref: "AWS::NoValue" }], "no"],
    [["Big", { Ref: "AWS::NoValue" }, "arn:aws:iam::1:role/own"], "yes"],
  ])("is there only where %j gives none", async (choice, big) => {
    const conditions = { Conditions: { Big: { "Fn::Equals": ["yes", big] } } };
    const made = await withFunction({ Role: { "Fn::If": choice } }, {}, conditions);
    expect(made.resources.has("WorkerRole")).toBe(true);
    const other = { Conditions: { Big: { "Fn::Equals": ["no", big] } } };
    const without = await withFunction({ Role: { "Fn::If": choice } }, {}, other);
    expect(without.resources.has("WorkerRole")).toBe(false);
  });

  it("has the trust, boundary, path and tags that are written, and those of Globals", async () => {
    const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] };
    const made = await withFunction(
      { AssumeRolePolicyDocument: trust, RolePath: "/jobs/", Tags: { owner: "orders" } },
      {},
      { Globals: { Function: { PermissionsBoundary: "arn:aws:iam::1:policy/b", Tags: { env: "prod" } } } },
    );
    expect(partOf(made, "WorkerRole", "AssumeRolePolicyDocument")).toEqual(trust);
    expect(partOf(made, "WorkerRole", "PermissionsBoundary")).toBe("arn:aws:iam::1:policy/b");
    expect(partOf(made, "WorkerRole", "Path")).toBe("/jobs/");
    expect(partOf(made, "WorkerRole", "Tags")).toEqual([
      { Key: "lambda:createdBy", Value: "SAM" },
      { Key: "env", Value: "prod" },
      { Key: "owner", Value: "orders" },
    ]);
  });

  it.each([
    [{ "Fn::GetAtt": ["Names", "All"] }, "?exact Names.all"],
    [{ Ref: "AWS::NoValue" }, [{ Key: "lambda:createdBy", Value: "SAM" }]],
  ])("has the tags %j", async (tags, expected) => {
    const made = await withFunction({ Tags: tags }, { Names: { Type: "AWS::SSM::Parameter" } });
    expect(partOf(made, "WorkerRole", "Tags")).toEqual(expected);
  });

  it("ignores what is said to be ignored of Globals", async () => {
    const worker = { Type: "AWS::Serverless::Function", IgnoreGlobals: ["Tracing"], Properties: {} };
    const made = await madeOf({ Worker: worker }, { Globals: { Function: { Tracing: "Active", RolePath: "/x/" } } });
    expect(partOf(made, "WorkerRole", "ManagedPolicyArns")).toHaveLength(1);
    expect(partOf(made, "WorkerRole", "Path")).toBe("/x/");
  });
});

describe("the roles of deployments", () => {
  const canary = { AutoPublishAlias: "live", DeploymentPreference: { Type: "AllAtOnce" } };

  it("is one for all functions", async () => {
    const other = { Type: "AWS::Serverless::Function", Properties: canary };
    const made = await withFunction(canary, { Other: other });
    expect(partOf(made, "CodeDeployServiceRole", "ManagedPolicyArns")).toEqual([
      "arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda",
    ]);
    expect(partOf(made, "OtherDeploymentGroup", "ServiceRoleArn")).toBe("?exact CodeDeployServiceRole.arn");
  });

  it.each([
    ["its own role", { Role: "arn:aws:iam::1:role/deploy" }],
    ["none", { Enabled: false }],
    ["none, by a parameter", { Enabled: { Ref: "Deploys" } }],
  ])("is not made for a function with %s", async (_, preference) => {
    const parameters = { Parameters: { Deploys: { Type: "String", Default: "false" } } };
    const properties = { ...canary, DeploymentPreference: { ...canary.DeploymentPreference, ...preference } };
    const made = await withFunction(properties, {}, parameters);
    expect(made.resources.has("CodeDeployServiceRole")).toBe(false);
  });
});

describe("state machines", () => {
  const flow = (properties: object) => ({ Flow: { Type: "AWS::Serverless::StateMachine", Properties: properties } });

  it("have a role with what is written, and one for each event", async () => {
    const made = await madeOf(
      flow({
        Policies: [{ LambdaInvokePolicy: { FunctionName: "f" } }],
        Tracing: { Enabled: true },
        PermissionsBoundary: "arn:aws:iam::1:policy/b",
        Events: { Nightly: { Type: "Schedule", Properties: { Schedule: "rate(1 day)" } } },
      }),
    );
    expect(partOf(made, "FlowRole", "ManagedPolicyArns")).toEqual(["arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess"]);
    expect(partOf(made, "FlowRole", "Policies", 0, "PolicyName")).toBe("FlowRolePolicy0");
    expect(partOf(made, "FlowNightlyRole", "PermissionsBoundary")).toBe("arn:aws:iam::1:policy/b");
    expect(partOf(made, "FlowNightlyRole", "AssumeRolePolicyDocument", "Statement", 0, "Principal")).toEqual({
      Service: ["events.amazonaws.com"],
    });
    expect(partOf(made, "FlowNightlyRole", "Policies", 0, "PolicyDocument", "Statement", 0)).toEqual({
      Effect: "Allow",
      Action: "states:StartExecution",
      Resource: "?exact Flow.id",
    });
    expect(partOf(made, "FlowNightly", "Targets", 0, "RoleArn")).toBe("?exact FlowNightlyRole.arn");
  });

  it.each([
    ["Api", { Path: "/", Method: "get" }, "apigateway.amazonaws.com"],
    ["EventBridgeRule", { Pattern: {} }, "events.amazonaws.com"],
    ["ScheduleV2", { ScheduleExpression: "rate(1 day)" }, "scheduler.amazonaws.com"],
  ])("are started by %s through a role", async (Type, Properties, service) => {
    const made = await madeOf(flow({ Role: "arn:aws:iam::1:role/own", Events: { E: { Type, Properties } } }));
    expect(made.resources.has("FlowRole")).toBe(false);
    expect(partOf(made, "FlowERole", "AssumeRolePolicyDocument", "Statement", 0, "Principal", "Service", 0)).toBe(
      service,
    );
  });
});
