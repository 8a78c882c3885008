import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cloudsFor } from "#clouds/index.ts";
import { buildGraph } from "#graph/build.ts";
import { documentOf } from "#graph/document.ts";
import type { Identity } from "#model/identity.ts";
import { isRecord, jsonTree } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import type { Text } from "#model/text.ts";
import { absent, elements, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { disparities, type Form } from "../suites/parity.ts";
import { formOf } from "../suites/parity-form.ts";
import { fixtures, readJson } from "../suites/rule-cases.ts";

/**
 * Resources in CloudFormation's words, as a reader of templates would hand them over, must give the graphs that the parity scenarios expect. References are
 * written as templates write them; everything else is the clouds' business.
 */
interface Template {
  readonly [id: string]: { readonly Type: string; readonly Properties: object };
}

/** What `Ref` gives, where it is not a name. */
const refs = new Map([["AWS::IAM::ManagedPolicy", "policy_arn"]]);

function holeOf(id: string, attribute: string | undefined, template: Template): Hole {
  const type = template[id]?.Type;
  if (type === undefined) return hole("deploy-time-parameter");
  const read = attribute?.toLowerCase() ?? refs.get(type) ?? "name";
  return hole("computed-at-apply", [{ expression: id, targets: [id], attribute: read, certainty: "exact" }]);
}

function treeOf(value: unknown, at: SourceLocation, template: Template): Tree {
  if (Array.isArray(value)) {
    return { kind: "list", at, items: value.map((one, i) => treeOf(one, inside(at, i), template)) };
  }
  if (!isRecord(value)) return jsonTree(value, at);
  const { Ref: ref, "Fn::GetAtt": got, "Fn::Join": join } = value;
  if (typeof ref === "string") return { kind: "unknown", at, hole: holeOf(ref, undefined, template) };
  if (Array.isArray(got)) return { kind: "unknown", at, hole: holeOf(String(got[0]), String(got[1]), template) };
  if (Array.isArray(join)) return { kind: "text", at, text: joined(join[1], at, template) };
  const get = (key: string) => treeOf(value[key], inside(at, key), template);
  return { kind: "map", at, keys: () => Object.keys(value), get };
}

function joined(parts: unknown, at: SourceLocation, template: Template): Text {
  return elements(treeOf(parts, at, template)).flatMap((part) => textOf(part) ?? []);
}

function planOf(template: Template): Plan {
  const document = "template.json";
  const settings = jsonTree(
    { region: "eu-central-1", allowed_account_ids: ["111122223333"] },
    { document, pointer: "" },
  );
  const changes = Object.entries(template).map(([id, { Type: type, Properties }]): ResourceChange => {
    const at = { document, pointer: `/Resources/${id}`, address: id };
    const after = treeOf(Properties, inside(at, "Properties"), template);
    const scope = { provider: { name: "aws", key: "stack", settings }, module: "", stack: "orders" };
    const head = { address: id, dialect: "cloudformation", type, name: id, mode: "managed", action: "create" } as const;
    return { ...head, before: absent(at), after, scope, at };
  });
  const head = { document, frontend: "cloudformation", format: "CloudFormation template", hasBefore: false };
  return { ...head, resources: changes.length, changes, notices: [], secrets: new Set() };
}

async function linked(plan: Plan): Promise<ReturnType<typeof buildGraph>> {
  const { settings } = defaultRuleset();
  const clouds = cloudsFor(settings, undefined);
  for (const cloud of clouds) await cloud.prepare(plan);
  return buildGraph(plan, clouds, "after", { settings, environment: undefined });
}

async function formAndNotices(template: Template): Promise<{ form: Form; notices: readonly string[] }> {
  const plan = planOf(template);
  const { graph, notices } = await linked(plan);
  return { form: formOf(documentOf(graph, plan, notices)), notices: notices.map((one) => one.code) };
}

const worker = {
  Type: "AWS::IAM::Role",
  Properties: {
    RoleName: "orders-worker",
    Tags: [
      { Key: "owner", Value: "payments" },
      { Key: "environment", Value: "prod" },
    ],
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
  },
};

const key = { Type: "AWS::KMS::Key", Properties: { Description: "Orders at rest" } };

const document = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::orders/*" },
    { Effect: "Allow", Action: "kms:Decrypt", Resource: { "Fn::GetAtt": ["OrdersKey", "Arn"] } },
  ],
};

const queueDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" }],
};

function queue(more: object) {
  return {
    Type: "AWS::IAM::ManagedPolicy",
    Properties: { ManagedPolicyName: "orders-queue", PolicyDocument: queueDocument, ...more },
  };
}

function workerWith(more: object) {
  return { ...worker, Properties: { ...worker.Properties, ...more } };
}

const readOnly = { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":iam::aws:policy/ReadOnlyAccess"]] };

const spellings: readonly (readonly [string, string, Template])[] = [
  [
    "role-with-unknown-arn",
    "an AWS::IAM::Policy that lists its roles",
    {
      OrdersKey: key,
      Worker: worker,
      Orders: {
        Type: "AWS::IAM::Policy",
        Properties: { PolicyName: "orders", Roles: [{ Ref: "Worker" }], PolicyDocument: document },
      },
    },
  ],
  [
    "role-with-unknown-arn",
    "an AWS::IAM::RolePolicy",
    {
      OrdersKey: key,
      Worker: worker,
      Orders: {
        Type: "AWS::IAM::RolePolicy",
        Properties: { PolicyName: "orders", RoleName: { Ref: "Worker" }, PolicyDocument: document },
      },
    },
  ],
  [
    "role-with-unknown-arn",
    "Policies of the role",
    { OrdersKey: key, Worker: workerWith({ Policies: [{ PolicyName: "orders", PolicyDocument: document }] }) },
  ],
  [
    "managed-policies",
    "ManagedPolicyArns of the role, one of them by Ref",
    { Queue: queue({}), Worker: workerWith({ ManagedPolicyArns: [readOnly, { Ref: "Queue" }] }) },
  ],
  [
    "managed-policies",
    "Roles of the policy",
    { Queue: queue({ Roles: [{ Ref: "Worker" }] }), Worker: workerWith({ ManagedPolicyArns: [readOnly] }) },
  ],
];

describe.each(spellings)("%s: %s", (scenario, _, template) => {
  test("gives the graph of the scenario", async () => {
    const { form, notices } = await formAndNotices(template);
    expect(disparities(readJson(join(fixtures, "parity", scenario, "graph.json")), form, [])).toEqual([]);
    expect(notices).toEqual([]);
  });
});

test("a type in no list is told by its looks, in this dialect too", async () => {
  const odd = { Type: "AWS::Odd::Thing", Properties: { ExecutionRoleArn: "arn:aws:iam::111122223333:role/ci" } };
  expect((await formAndNotices({ Odd: odd })).notices).toEqual(["type-not-known"]);
  expect((await formAndNotices({ Odd: { ...odd, Properties: { Size: 3 } } })).notices).toEqual([]);
});

test("each format is asked in its own dialect", () => {
  const [aws, others] = cloudsFor(defaultRuleset().settings, undefined);
  expect(aws?.wants("AWS::IAM::Role", "cloudformation")).toBe(true);
  expect(aws?.wants("AWS::IAM::Role", "terraform")).toBe(false);
  expect(aws?.wants("aws_iam_role", "cloudformation")).toBe(false);
  expect(others?.wants("google_project_iam_member", "terraform")).toBe(true);
  expect(others?.wants("google_project_iam_member", "cloudformation")).toBe(false);
});

describe("a name that nobody gave", () => {
  async function worker(name: Tree | undefined): Promise<Identity | undefined> {
    const plan = planOf({
      Worker: { Type: "AWS::IAM::Role", Properties: { Path: "/", AssumeRolePolicyDocument: {} } },
    });
    const changes = plan.changes.map((one) => ({
      ...one,
      after: name === undefined ? one.after : named(one.after, name),
    }));
    return (await linked({ ...plan, changes })).graph.identities[0];
  }

  function named(tree: Tree, name: Tree): Tree {
    if (tree.kind !== "map") throw new Error(`${tree.kind} has no name`);
    return { ...tree, get: (key) => (key === "RoleName" ? name : tree.get(key)) };
  }

  test("is not known, and is made up, where a template leaves it out", async () => {
    const role = await worker(undefined);
    expect(role).toMatchObject({ name: [{ unset: true }], generatedName: true });
  });

  test("is made up where a tool foretells what it will be", async () => {
    const foretold: Hole = { ...hole("computed-at-apply"), unset: true, predicted: "worker-25c115f" };
    const at = { document: "preview.json", pointer: "/steps/1/newState/inputs/name" };
    const role = await worker({ kind: "text", text: [foretold], at });
    expect(role).toMatchObject({ name: [foretold], generatedName: true });
  });

  test("is not made up where it is written", async () => {
    const at = { document: "template.json", pointer: "/Resources/Worker/Properties/RoleName" };
    expect((await worker({ kind: "text", text: ["worker"], at }))?.generatedName).toBeUndefined();
  });
});
