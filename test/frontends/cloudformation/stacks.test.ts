import { Buffer } from "node:buffer";
import { globSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import type { Given, Input } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check, graph } from "../../../src/check.ts";
import { rolecall } from "../../hostile/support.ts";

const samples = fileURLToPath(new URL("../../../fixtures/plans/cdk-assembly", import.meta.url));
const ruleset = defaultRuleset();

const graphOf = (inputs: readonly Input[]) => graph(inputs, { ruleset }, "after");
const reportOf = (inputs: readonly Input[]) =>
  check(inputs, {
    ruleset,
    version: "0.0.0",
    today: "2026-01-15",
    failOn: "high",
    gate: "changed",
    allowIncomplete: false,
  });

/** The roles of the CDK's bootstrap are no part of the stacks. */
const isOfStacks = (sentence: string) => !sentence.startsWith("cdk-");

/** Who has which policy, in the order of the documents. */
const attached = ({ attachments }: GraphDocument) =>
  attachments.map(({ to, policy }) => `${to} has ${policy}`).filter(isOfStacks);

/** Who trusts which identity of the deployment. */
function trusted({ trust }: GraphDocument): readonly string[] {
  const pairs = trust.flatMap(({ identity, principals }) =>
    (principals?.principals ?? []).map((one) => ({ identity, node: "node" in one ? one.node : null })),
  );
  return pairs.filter(({ node }) => node !== null).map(({ identity, node }) => `${identity} trusts ${node}`);
}

describe("the stacks of an app", () => {
  const read = async () => (await inputsIn("several-stacks/cdk.out", nodeFiles(samples))) ?? [];

  it("are one graph: what one exports another imports, in its own stage", async () => {
    const jobs = "JobsNestedStackJobsNestedStackResource4FE929C3/RunnerA54BCE97";
    expect(attached(await graphOf(await read()))).toEqual([
      "Dev/Web/Worker11F36D0F has Dev/Data/Rules379FE035",
      `Dev/Web/${jobs} has Dev/Data/Rules379FE035`,
      "Prod/Web/Worker11F36D0F has Prod/Data/Rules379FE035",
      `Prod/Web/${jobs} has Prod/Data/Rules379FE035`,
    ]);
  });

  it("trust each other: by the output of a nested stack, and by an ARN of another account", async () => {
    expect(trusted(await graphOf(await read()))).toEqual([
      "Dev/Web/CallerBA8D1D35 trusts Dev/Web/JobsNestedStackJobsNestedStackResource4FE929C3/RunnerA54BCE97",
      "Prod/Web/CallerBA8D1D35 trusts Prod/Web/JobsNestedStackJobsNestedStackResource4FE929C3/RunnerA54BCE97",
      "Prod/Audit/AuditorB9A7BEA8 trusts Dev/Data/ReaderF7BF189D",
    ]);
  });

  it("are told apart in findings, and each template is one input", async () => {
    const { inputs, findings } = await reportOf(await read());
    expect(inputs.map(({ path, resources }) => [path.replace("several-stacks/cdk.out/", ""), resources])).toEqual([
      ["assembly-Dev/DevDataF961E460.template.json", 2],
      ["assembly-Dev/DevWeb4E4BD607.template.json", 4],
      ["assembly-Prod/ProdData90A795AA.template.json", 2],
      ["assembly-Prod/ProdWebF45B1510.template.json", 4],
      ["assembly-Prod/ProdAudit6B7AB28A.template.json", 1],
    ]);
    const wide = findings.filter(({ rule, subject }) => rule === "no-wildcard-action" && subject.kind === "role");
    expect(wide.map(({ subject }) => subject.address)).toContain("Dev/Web/Worker11F36D0F");
    expect(wide.map(({ subject }) => subject.address)).toContain("Prod/Web/Worker11F36D0F");
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});

test("what the CDK hands over to a stack of another region is what that takes", async () => {
  const graph = await graphOf((await inputsIn("two-regions/cdk.out", nodeFiles(samples))) ?? []);
  const ofWorker = (sentence: string) => sentence.startsWith("Shop/Worker11F36D0F ");
  expect(attached(graph).filter(ofWorker)).toEqual(["Shop/Worker11F36D0F has Data/Rules379FE035"]);
  expect(trusted(graph).filter(ofWorker)).toEqual(["Shop/Worker11F36D0F trusts Data/ReaderF7BF189D"]);
});

test("the name of a stack tells its environment, also that of what it nests", async () => {
  const assembly = "fixtures/several-stacks/cdk.out";
  const files: Record<string, string | readonly string[]> = {
    "rolecall.yaml": "environments: { prod: { rank: 2, stacks: [Prod-*] }, dev: { rank: 1, stacks: [Dev-*] } }\n",
  };
  for (const path of globSync("**/*", { cwd: `${samples}/several-stacks/cdk.out` })) {
    const whole = `${samples}/several-stacks/cdk.out/${path}`;
    files[`${assembly}/${path}`] = statSync(whole).isDirectory() ? [] : readFileSync(whole, "utf8");
  }
  const run = await rolecall(["check", assembly, "--format", "json"], { files: { ...files, [assembly]: [] } });
  const { identities } = JSON.parse(run.out) as Report;
  const told = identities.map(({ address, environment }) => `${address.split("/")[0]} ${environment}`);
  expect(new Set(told)).toEqual(new Set(["Dev dev", "Prod prod"]));
  expect(told.length).toBe(9);
});

function input(path: string, text: string, given?: Given): Input {
  return { path, bytes: Buffer.from(text), format: "cloudformation", ...(given !== undefined && { given }) };
}

const given = (name: string, account?: string, region?: string): Given => ({
  stack: { name, title: name },
  ...(account !== undefined && { account }),
  ...(region !== undefined && { region }),
});

/** A policy that is exported under a name. */
const exporting = (name: string) => `
Resources:
  Rules:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "sqs:SendMessage", Resource: "*" }] }
Outputs:
  Policy: { Value: !Ref Rules, Export: { Name: ${name} } }
`;

/** A role that has a policy. */
const using = (policy: string) => `
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [${policy}]
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }]
`;

describe("templates that are given together", () => {
  it("import what another one exports, whichever comes first", async () => {
    const user = input("app/worker.yaml", using("!ImportValue shared-rules"));
    const source = input("app/rules.yaml", exporting("shared-rules"));
    const expected = ["worker/Worker has rules/Rules"];
    expect(attached(await graphOf([user, source]))).toEqual(expected);
    expect(attached(await graphOf([source, user]))).toEqual(expected);
  });

  it("tell what they wait for of another one by its address", async () => {
    const source = `
Resources:
  Store: { Type: AWS::S3::Bucket }
Outputs:
  Store: { Value: !GetAtt Store.Arn, Export: { Name: store } }
`;
    const user = `
Resources:
  Rules:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: "s3:GetObject", Resource: !Sub ["\${Of}/*", { Of: !ImportValue store }] }]
`;
    const { policies } = await graphOf([input("data.yaml", source), input("app.yaml", user)]);
    const resources = policies.flatMap(({ statements }) => statements.map((one) => one.resources?.patterns));
    expect(resources).toEqual([[expect.objectContaining({ shown: `\${data/Store.Arn}/*` })]]);
  });

  it("import what a condition of another one chooses, and judge both", async () => {
    const source = `
Parameters: { Open: { Type: String, AllowedValues: ["yes", "no"] } }
Conditions: { IsOpen: !Equals [!Ref Open, "yes"] }
Resources:
  People: { Type: AWS::IAM::Group }
Outputs:
  Who: { Value: !If [IsOpen, "*", "arn:aws:iam::111122223333:role/ci"], Export: { Name: who } }
`;
    const user = `
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { AWS: !ImportValue who }, Action: "sts:AssumeRole" }]
`;
    const { findings } = await reportOf([input("data.yaml", source), input("app.yaml", user)]);
    const open = findings.filter(({ rule }) => rule === "no-public-trust");
    expect(open.map(({ subject, verdict }) => [subject.address, verdict])).toEqual([["app/Worker", "undecided"]]);
  });

  it("say which export they wait for, where none has it", async () => {
    const { findings } = await reportOf([
      input("worker.yaml", using("!ImportValue other")),
      input("r.yaml", exporting("one")),
    ]);
    const waits = findings.filter(({ verdict }) => verdict === "undecided").flatMap(({ waitsFor }) => waitsFor);
    expect(new Set(waits)).toEqual(new Set(["Fn::ImportValue other"]));
  });

  it("may have a name in common: it means their own first", async () => {
    const role = (action: string) => `
Resources:
  Worker: { Type: AWS::IAM::Role, Properties: { RoleName: worker, AssumeRolePolicyDocument: {} } }
  More:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: more
      Roles: [worker]
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "${action}", Resource: "*" }] }
`;
    const { attachments } = await graphOf([
      input("dev.yaml", role("s3:GetObject")),
      input("prod.yaml", role("s3:PutObject")),
    ]);
    expect(attachments.map(({ to, address }) => [address, to])).toEqual([
      ["dev/More", "dev/Worker"],
      ["prod/More", "prod/Worker"],
    ]);
  });

  it("are named by as much of their path as tells them apart", async () => {
    const role = "Resources: { Worker: { Type: AWS::IAM::User } }";
    const paths = ["a/x/iam.yaml", "b/x/iam.yaml", "b/net.template.json", "-"];
    const { identities } = await graphOf(paths.map((path) => input(path, role)));
    expect(identities.map(({ address }) => address)).toEqual([
      "a/x/iam/Worker",
      "b/x/iam/Worker",
      "net/Worker",
      "stdin/Worker",
    ]);
  });

  it("end where they import from each other in a circle", async () => {
    const circle = (from: string, to: string) => `
${using(`!ImportValue ${from}`)}
Outputs:
  Out: { Value: !ImportValue ${from}, Export: { Name: ${to} } }
`;
    const graph = await graphOf([input("a.yaml", circle("one", "two")), input("b.yaml", circle("two", "one"))]);
    expect(attached(graph)).toEqual(["a/Worker has null", "b/Worker has null"]);
  });

  it("end where what they import is handed on too often", async () => {
    const links = Array.from({ length: 2_000 }, (_, i) => {
      const output = `{ Value: !ImportValue "n${i + 1}", Export: { Name: "n${i}" } }`;
      return input(`${i}.yaml`, `Resources: {}\nOutputs: { Out: ${output} }\n`);
    });
    const graph = await graphOf([
      input("user.yaml", using("!ImportValue n0")),
      ...links,
      input("r.yaml", exporting("n2000")),
    ]);
    expect(attached(graph)).toEqual(["user/Worker has null"]);
  });
});

const [dev, prod] = ["111122223333", "444455556666"];

test.each<[string, Given, readonly [Given, Given], string]>([
  ["in the same account", given("App", prod), [given("Dev", dev), given("Prod", prod)], "Prod/Rules"],
  [
    "in the same region",
    given("App", prod, "eu-west-1"),
    [given("Us", prod, "us-east-1"), given("Eu", prod, "eu-west-1")],
    "Eu/Rules",
  ],
  ["where no account is told", given("App"), [given("Dev", dev), given("Open")], "Open/Rules"],
  ["and not in any of two that may be meant", given("App"), [given("Dev", dev), given("Prod", prod)], "null"],
  ["and not in another account", given("App", prod), [given("Dev", dev), given("Dev2", dev)], "null"],
])("an export is looked for %s", async (_, place, [one, other], policy) => {
  const graph = await graphOf([
    input("app.json", using("!ImportValue rules"), place),
    input("one.json", exporting("rules"), one),
    input("other.json", exporting("rules"), other),
  ]);
  expect(attached(graph)).toEqual([`App/Worker has ${policy}`]);
});

test.each<[string, string, string]>([
  ["by its name", "{ StackName: Data, OutputName: Policy }", "DataEu/Rules"],
  ["in another region", "{ StackName: Data, OutputName: Policy, Region: us-east-1 }", "DataUs/Rules"],
  [
    "in another account",
    `{ StackName: Data, OutputName: Policy, RoleArn: !Sub "arn:\${AWS::Partition}:iam::${dev}:role/reader" }`,
    "DataDev/Rules",
  ],
  ["that is not there", "{ StackName: Other, OutputName: Policy }", "null"],
  ["with an output that is not there", "{ StackName: Data, OutputName: Other }", "null"],
  ["in a region that nobody knows yet", "{ StackName: Data, OutputName: Policy, Region: !Ref Where }", "null"],
])("the output of a stack %s is read", async (_, named, policy) => {
  const app = `Parameters: { Where: { Type: String } }\n${using(`{ "Fn::GetStackOutput": ${named} }`)}`;
  const at = (title: string, account: string, region: string): Given => ({
    stack: { name: "Data", title },
    account,
    region,
  });
  const graph = await graphOf([
    input("app.yaml", app, given("App", prod, "eu-west-1")),
    input("eu.yaml", exporting("a"), at("DataEu", prod, "eu-west-1")),
    input("us.yaml", exporting("b"), at("DataUs", prod, "us-east-1")),
    input("dev.yaml", exporting("c"), at("DataDev", dev, "eu-west-1")),
  ]);
  expect(attached(graph)).toEqual([`App/Worker has ${policy}`]);
});
