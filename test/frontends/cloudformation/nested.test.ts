import { posix } from "node:path";
import { describe, expect, it, test } from "vitest";
import { nestedNames } from "#frontends/cloudformation/nested-names.ts";
import { Besides } from "#frontends/input/beside.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { type Outside, rolecall } from "../../hostile/support.ts";

type Files = NonNullable<Outside["files"]>;

async function report(files: Files, ...args: readonly string[]): Promise<Report> {
  const run = await rolecall(["check", "parent.yaml", ...args, "--format", "json"], { files });
  expect(run.err).toBe("");
  return JSON.parse(run.out) as Report;
}

async function graph(files: Files): Promise<GraphDocument> {
  return JSON.parse((await rolecall(["graph", "parent.yaml"], { files })).out) as GraphDocument;
}

const trust = (principal: string) =>
  `{ Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: ${principal}, Action: "sts:AssumeRole" }] }`;

const policy = (action: string) =>
  `{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "${action}", Resource: "*" }] }`;

/** The parent hands a policy down, and trusts the role that the child makes. */
const parent = `
Parameters:
  Team: { Type: String, Default: payments }
Resources:
  Rules: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${policy("s3:*")} } }
  Caller:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${trust("{ AWS: !GetAtt Child.Outputs.RoleArn }")} }
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: nested/child.yaml
      Parameters: { Policies: !Join [",", [!Ref Rules, "arn:aws:iam::aws:policy/ReadOnlyAccess"]], Name: !Sub "\${Team}-worker" }
      Tags: [{ Key: owner, Value: !Ref Team }]
`;
const child = `
Parameters:
  Policies: { Type: CommaDelimitedList }
  Name: { Type: String }
  Size: { Type: String, Default: small }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "\${Name}-\${Size}"
      ManagedPolicyArns: !Ref Policies
      AssumeRolePolicyDocument: ${trust("{ Service: lambda.amazonaws.com }")}
Outputs:
  RoleArn: { Value: !GetAtt Worker.Arn }
`;

describe("a nested stack whose template is beside", () => {
  const files = { "parent.yaml": parent, "nested/child.yaml": child };

  it("gets what its parent passes, and its defaults for the rest", async () => {
    const { identities, attachments } = await graph(files);
    expect(identities.map(({ id, name }) => [id, name])).toEqual([
      ["Caller", expect.anything()],
      ["Child/Worker", "payments-worker-small"],
    ]);
    expect(attachments.map(({ to, policy: attached }) => [to, attached])).toEqual([
      ["Child/Worker", "Rules"],
      ["Child/Worker", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    ]);
  });

  it("gives its outputs to its parent", async () => {
    const { trust: trusts } = await graph(files);
    const ofCaller = trusts.filter(({ identity }) => identity === "Caller");
    expect(ofCaller.map(({ principals }) => principals)).toEqual([
      expect.objectContaining({ principals: [expect.objectContaining({ kind: "identity", node: "Child/Worker" })] }),
    ]);
  });

  it("has the tags of the resource that deploys it", async () => {
    const { identities } = await graph(files);
    const owners = identities.map(({ owner }) => (owner.kind === "told" ? owner.name : owner.kind));
    expect(owners).toEqual(["nobody", "payments"]);
  });

  it("is told of at its own lines, and is no input of its own", async () => {
    const wide = child.replace(
      "ManagedPolicyArns: !Ref Policies",
      "ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]",
    );
    const { inputs, findings, summary } = await report({ ...files, "nested/child.yaml": wide });
    expect(inputs.map(({ path, resources, complete }) => ({ path, resources, complete }))).toEqual([
      { path: "parent.yaml", resources: 4, complete: true },
    ]);
    const found = findings.find(({ rule }) => rule === "no-admin-machine-identity");
    expect(found?.subject).toMatchObject({ name: "payments-worker-small", address: "Child/Worker" });
    expect(found?.evidence[0]?.location).toMatchObject({ document: "nested/child.yaml", line: 11 });
    expect(summary.exitCode).toBe(1);
  });

  it("deployed twice is two stacks, and nothing of one is said of the other", async () => {
    const twice = `
Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }
  Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./child.yaml } }
`;
    const role = `
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${trust('"*"')} }
`;
    const { findings } = await report({ "parent.yaml": twice, "child.yaml": role });
    const open = findings.filter(({ rule }) => rule === "no-public-trust");
    expect(open.map(({ subject }) => subject.address)).toEqual(["One/Worker", "Two/Worker"]);
    expect(new Set(open.map(({ id }) => id)).size).toBe(2);
  });

  it("keeps the finding of a role that was moved into it, where its name is known", async () => {
    const role = `
  Worker:
    Type: AWS::IAM::Role
    Properties: { RoleName: worker, AssumeRolePolicyDocument: ${trust('"*"')} }
`;
    const stack = "\n  Moved: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }\n";
    const idIn = async (files: Files) =>
      (await report(files)).findings.find(({ rule }) => rule === "no-public-trust")?.id;
    const before = await idIn({ "parent.yaml": `Resources:${role}` });
    expect(before).toBeDefined();
    expect(await idIn({ "parent.yaml": `Resources:${stack}`, "child.yaml": `Resources:${role}` })).toBe(before);
  });
});

test("an application that SAM nests is one", async () => {
  const files = {
    "parent.yaml": `
Transform: AWS::Serverless-2016-10-31
Resources:
  App:
    Type: AWS::Serverless::Application
    Properties: { Location: child.yaml, Parameters: { Who: "*" } }
  Shared:
    Type: AWS::Serverless::Application
    Properties: { Location: { ApplicationId: "arn:aws:serverlessrepo:us-east-1:1:applications/a", SemanticVersion: 1.0.0 } }
`,
    "child.yaml": `
Parameters: { Who: { Type: String } }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: ${trust("!Ref Who")} }
`,
  };
  const { findings, notices } = await report(files);
  const open = findings.filter(({ rule }) => rule === "no-public-trust");
  expect(open.map(({ subject }) => subject.address)).toEqual(["App/Worker"]);
  expect(notices.map(({ code, location }) => [code, location.address])).toEqual([
    ["nested-template-not-read", "Shared"],
  ]);
});

test("of a parameter that is looked up only the name is passed", async () => {
  const files = {
    "parent.yaml": `
Resources:
  Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { Name: /names/worker } } }
`,
    "child.yaml": `
Parameters: { Name: { Type: "AWS::SSM::Parameter::Value<String>" } }
Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties: { RoleName: !Ref Name, AssumeRolePolicyDocument: ${trust("{ Service: lambda.amazonaws.com }")} }
`,
  };
  const { identities } = await graph(files);
  expect(identities.map(({ name }) => name)).toEqual([expect.objectContaining({ shown: `\${Name}` })]);
});

test("what is certainly not deployed is not missing", async () => {
  const files = {
    "parent.yaml": `
Conditions: { Never: !Equals [a, b], Maybe: !Equals [!Ref "AWS::Region", eu-west-1] }
Resources:
  Gone: { Type: AWS::CloudFormation::Stack, Condition: Never, Properties: { TemplateURL: gone.yaml } }
  Module: { Type: "Org::Team::Thing::MODULE", Condition: Never }
  Open: { Type: AWS::CloudFormation::Stack, Condition: Maybe, Properties: { TemplateURL: gone.yaml } }
`,
  };
  const { notices } = await report(files);
  const incomplete = notices.filter(({ level }) => level === "incomplete");
  expect(incomplete.map(({ location }) => location.address)).toEqual(["Open"]);
});

test("a nested template is compared with the one that was nested before", async () => {
  const role = (name: string, action: string) => `
  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${trust("{ Service: lambda.amazonaws.com }")}
      Policies: [{ PolicyName: all, PolicyDocument: ${policy(action)} }]
`;
  const stack = "Resources:\n  Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }\n";
  const files = {
    "parent.yaml": stack,
    "child.yaml": `Resources:${role("Same", "s3:*")}${role("Wider", "sqs:*")}${role("Fresh", "sns:*")}`,
    "live/parent.yaml": stack,
    "live/child.yaml": `Resources:${role("Same", "s3:*")}${role("Wider", "sqs:SendMessage")}${role("Gone", "ec2:*")}`,
  };
  const { findings, summary } = await report(files, "--before", "live/parent.yaml");
  const wide = findings.filter(({ rule }) => rule === "no-wildcard-action");
  expect(Object.fromEntries(wide.map(({ subject, change }) => [subject.address, change]))).toEqual({
    "Child/Same": "unchanged",
    "Child/Wider": "widened",
    "Child/Fresh": "added",
  });
  expect(summary.identityChanges).toEqual({ added: 1, changed: 1, removed: 1 });
});

const nest = (name: string) => `
Resources:
  Child: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: "${name}" } }
`;
const leaf = "Resources: { Group: { Type: AWS::IAM::Group } }";
/** Ten templates, each of which deploys the next. */
const chain = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.yaml`, nest(`${i + 1}.yaml`)]));

test.each<[string, Files, string]>([
  ["is not there", { "parent.yaml": nest("gone.yaml") }, "the template gone.yaml, which is not there"],
  ["is a folder", { "parent.yaml": nest("sub"), sub: ["a.yaml"] }, "the template sub, which is not there"],
  [
    "is outside of the folder of the outermost template",
    { "parent.yaml": nest("../other/child.yaml"), "../other/child.yaml": leaf },
    "the template ../other/child.yaml, which is not inside of the folder that may be read",
  ],
  [
    "has an absolute path that leads out",
    { "parent.yaml": nest("/etc/child.yaml"), "/etc/child.yaml": leaf },
    "the template /etc/child.yaml, which is not inside of the folder that may be read",
  ],
  [
    "is at a URL",
    { "parent.yaml": nest("https://s3.amazonaws.com/b/child.yaml") },
    "another template, which was not read",
  ],
  ["is the template itself", { "parent.yaml": nest("parent.yaml") }, "the template parent.yaml, which deploys itself"],
  [
    "leads back to the template",
    { "parent.yaml": nest("child.yaml"), "child.yaml": nest("parent.yaml") },
    "the template parent.yaml, which deploys itself",
  ],
  [
    "is nested too deep",
    { ...chain, "parent.yaml": nest("0.yaml"), "10.yaml": leaf },
    "the template 8.yaml, which is nested too deep to be read",
  ],
  [
    "is broken",
    { "parent.yaml": nest("child.yaml"), "child.yaml": "Resources: {" },
    "the template child.yaml, which cannot be read",
  ],
])("a nested stack whose template %s is told of, and the input is incomplete", async (_, files, sentence) => {
  const { notices, inputs, summary } = await report(files);
  const told = notices.filter(({ code }) => code === "nested-template-not-read");
  expect(told.map(({ level, message }) => [level, message])).toEqual([
    ["incomplete", expect.stringContaining(sentence)],
  ]);
  expect(inputs.map(({ complete }) => complete)).toEqual([false]);
  expect(summary.exitCode).toBe(3);
});

test("a link that leads out of the folder is not followed", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read: string[] = [];
  const besides = new Besides({
    root: "/real",
    namesIn: nestedNames,
    files: {
      kind: async () => "file",
      read: async (path) => {
        read.push(path);
        return bytes(leaf);
      },
      resolve: (from, to) => posix.join(from, to),
      real: async (path) => (path === "link.yaml" ? "/elsewhere/secret.yaml" : `/real/${path}`),
    },
  });
  const input = await besides.of({ path: "parent.yaml", bytes: bytes(nest("link.yaml")) });
  expect([...(input.beside ?? [])]).toEqual([
    ["link.yaml", { problem: "is not inside of the folder that may be read" }],
  ]);
  expect(read).toEqual([]);
});

test("a nested template that is deployed thirty times, over and over, stays bounded", async () => {
  const many = (name: string) =>
    `Resources:\n${Array.from({ length: 30 }, (_, i) => `  S${i}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${name} } }`).join("\n")}\n`;
  const files = { "parent.yaml": many("a.yaml"), "a.yaml": many("b.yaml"), "b.yaml": many("c.yaml"), "c.yaml": leaf };
  const { notices, summary } = await report(files);
  expect(notices.some(({ message }) => message.includes("which is one of more than can be read"))).toBe(true);
  expect(summary.exitCode).toBe(3);
});
