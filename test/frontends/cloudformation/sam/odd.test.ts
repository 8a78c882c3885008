import { describe, expect, it } from "vitest";
import { madeOf, partOf, withFunction } from "./support.ts";

/** Templates that SAM would refuse, and what it may have learnt since. */
const worker = { Type: "AWS::Serverless::Function" };

async function told(resources: Readonly<Record<string, unknown>>, more = {}): Promise<readonly string[]> {
  const { plan } = await madeOf(resources, more);
  return plan.notices.map(({ level, code, location }) => `${level} ${code} ${location.pointer}`);
}

describe("what is not understood is told where it stands", () => {
  const at = (end: string) => [`incomplete sam-not-expanded /Resources/A${end}`];

  it.each([
    [{ ...worker, Properties: "x" }, at("")],
    [{ ...worker, Properties: { Policies: [{ ReadTheFuture: {} }] } }, at("/Properties/Policies/0")],
    [{ ...worker, Properties: { Policies: 7 } }, at("/Properties/Policies")],
    [{ ...worker, Properties: { Policies: ["AWSLambdaRole", []] } }, at("/Properties/Policies/1")],
    [{ ...worker, Properties: { Policies: { "Fn::If": ["C", "a", { Statement: [] }] } } }, at("/Properties/Policies")],
    [{ ...worker, Properties: { Events: [] } }, at("/Properties/Events")],
    [{ ...worker, Properties: { Events: { E: "x" } } }, at("/Properties/Events/E")],
    [{ ...worker, Properties: { Events: { E: { Type: "Telepathy" } } } }, at("/Properties/Events/E")],
    [
      { Type: "AWS::Serverless::StateMachine", Properties: { Events: { E: { Type: "S3" } } } },
      at("/Properties/Events/E"),
    ],
    [{ Type: "AWS::Serverless::Api", Properties: { Auth: { Authorizers: [1] } } }, at("/Properties/Auth/Authorizers")],
    [{ Type: "AWS::Serverless::WebSocketApi", Properties: {} }, at("/Properties/Routes")],
    [
      { Type: "AWS::Serverless::GraphQLApi", Properties: { DataSources: { Lambda: ["x"] } } },
      at("/Properties/DataSources"),
    ],
    [{ Type: "AWS::Serverless::Connector", Properties: { Source: { Id: "Nobody" } } }, at("")],
    [{ Type: "AWS::SQS::Queue", Connectors: { C: { Properties: { Destination: { Id: "A" } } } } }, at("/Connectors/C")],
    [
      { Type: "AWS::Serverless::Application", Properties: { Location: "x" } },
      ["incomplete nested-template-not-read /Resources/A"],
    ],
    [{ Type: "AWS::Serverless::Tomorrow" }, at("")],
  ])("%j", async (resource, notices) => {
    expect(await told({ A: resource })).toEqual(notices);
  });

  const made = { Ref: "Somewhere" };
  const event = (Type: string, Properties: unknown) => ({
    ...worker,
    Properties: { Events: { E: { Type, Properties } } },
  });

  it.each([
    [{ ...worker, Properties: { DeadLetterQueue: made } }, "/DeadLetterQueue"],
    [
      { ...worker, Properties: { EventInvokeConfig: { DestinationConfig: { OnFailure: made } } } },
      "/EventInvokeConfig/DestinationConfig/OnFailure",
    ],
    [event("SQS", made), "/Events/E/Properties"],
    [event("SNS", { Topic: "t", SqsSubscription: made }), "/Events/E/Properties/SqsSubscription"],
    [{ Type: "AWS::Serverless::Api", Properties: { Auth: made } }, "/Auth"],
    [
      {
        Type: "AWS::Serverless::Api",
        Properties: { DefinitionBody: made, Auth: { ResourcePolicy: { CustomStatements: [{ Effect: "Deny" }] } } },
      },
      "/DefinitionBody",
    ],
    [{ Type: "AWS::Serverless::Api", Properties: { Auth: { ResourcePolicy: made } } }, "/Auth/ResourcePolicy"],
    [
      { Type: "AWS::Serverless::HttpApi", Properties: { Auth: { Authorizers: { Who: made } } } },
      "/Auth/Authorizers/Who",
    ],
    [{ Type: "AWS::Serverless::WebSocketApi", Properties: { Routes: { $connect: made } } }, "/Routes/$connect"],
    [
      { Type: "AWS::Serverless::GraphQLApi", Properties: { DataSources: { Lambda: { A: made } } } },
      "/DataSources/Lambda/A",
    ],
  ])("%j, which a function makes", async (resource, end) => {
    expect(await told({ A: resource })).toEqual(at(`/Properties${end}`));
  });

  it("and the rest is read", async () => {
    const made = await withFunction({ Policies: [{ ReadTheFuture: {} }, "AWSLambdaRole"], Events: { E: 1 } });
    expect(partOf(made, "WorkerRole", "ManagedPolicyArns")).toHaveLength(2);
  });
});

describe("what needs nobody's attention", () => {
  it.each([
    [{ ...worker, Properties: null }],
    [{ ...worker, Properties: { Policies: null, Events: null, Tags: null, Role: null } }],
    [{ ...worker, Properties: { Policies: [{ Ref: "AWS::NoValue" }] } }],
    [{ Type: "AWS::Serverless::Api" }],
    [{ Type: "AWS::Serverless::SimpleTable" }],
    [{ Type: "AWS::Serverless::LayerVersion", Properties: { ContentUri: "x" } }],
  ])("%j", async (resource) => {
    expect(await told({ A: resource })).toEqual([]);
  });
});

describe("a template that nobody could deploy", () => {
  it("whose Globals would become too many properties is left as it is", async () => {
    const variables = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`V${i}`, "x"]));
    const resources = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`F${i}`, worker]));
    const { plan } = await madeOf(resources, { Globals: { Function: { Tags: variables } } });
    expect(plan.changes).toEqual([]);
    expect(plan.notices).toHaveLength(2_000);
  });

  it("whose policy of an API would become too many statements is told of", async () => {
    const paths = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`/p${i}`, { get: {} }]));
    const accounts = Array.from({ length: 2_000 }, (_, i) => String(i).padStart(12, "0"));
    const auth = { ResourcePolicy: { AwsAccountWhitelist: accounts } };
    const properties = { StageName: "live", DefinitionBody: { paths }, Auth: auth };
    expect(await told({ A: { Type: "AWS::Serverless::Api", Properties: properties } })).toEqual([
      "incomplete sam-not-expanded /Resources/A/Properties/Auth/ResourcePolicy",
    ]);
  });

  it("in which parts hold names of JavaScript", async () => {
    const made = await withFunction({ Policies: [{ constructor: {} }, { toString: {} }], Events: { __proto__: {} } });
    expect(partOf(made, "WorkerRole", "Policies")).toEqual([]);
  });
});
