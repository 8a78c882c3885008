import { describe, expect, it } from "vitest";
import type { Report } from "#model/report.ts";
import { type Outside, rolecall } from "../../hostile/support.ts";

const trust = `
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]`;

function role(name: string, actions: string, more = ""): string {
  return `
  ${name}:
    Type: AWS::IAM::Role
    Properties:
      Tags: [{ Key: owner, Value: payments }]${trust}
      Policies:
        - PolicyName: all
          PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: ${actions}, Resource: "*" }] }${more}`;
}

function user(name: string, policy = ""): string {
  return `
  ${name}:
    Type: AWS::IAM::User${policy}`;
}

const resources = (...all: readonly string[]): string => `Resources:${all.join("")}\n`;

async function report(args: readonly string[], files: Outside["files"]): Promise<Report> {
  const run = await rolecall(["check", ...args, "--format", "json"], files === undefined ? {} : { files });
  expect(run.err).toBe("");
  return JSON.parse(run.out) as Report;
}

/** What is said of wildcards: the change by subject. */
function changes({ findings }: Report): Readonly<Record<string, string>> {
  const told = findings.filter((one) => one.rule === "no-wildcard-action");
  return Object.fromEntries(told.map((one) => [one.subject.name, one.change]));
}

describe("a template against the one that is deployed", () => {
  const now = resources(
    role("Same", "'s3:*'"),
    role("Fresh", "'s3:*'"),
    role("Wider", "['s3:*', 'sqs:*']"),
    role("Renamed", "'s3:*'", "\n      RoleName: worker-2"),
  );
  const then = resources(
    role("Same", "'s3:*'"),
    role("Wider", "'s3:GetObject'"),
    role("Renamed", "'s3:*'", "\n      RoleName: worker-1"),
  );

  it("tells what is new, wider, touched, and what was there before", async () => {
    const found = await report(["now.yaml", "--before", "then.yaml"], { "now.yaml": now, "then.yaml": then });
    expect(changes(found)).toEqual({ Same: "unchanged", Fresh: "added", Wider: "widened", "worker-2": "touched" });
    expect(found.summary.identityChanges).toEqual({ added: 1, changed: 2, removed: 0 });
    expect(found.inputs.map(({ format }) => format)).toEqual(["CloudFormation template, against then.yaml"]);
  });

  it("is only present without one", async () => {
    const found = await report(["now.yaml"], { "now.yaml": now });
    expect(new Set(Object.values(changes(found)))).toEqual(new Set(["present"]));
  });

  it("lets nothing block that was there before", async () => {
    const files = { "now.yaml": resources(role("Same", "'s3:*'")), "then.yaml": resources(role("Same", "'s3:*'")) };
    const { summary } = await report(["now.yaml", "--before", "then.yaml"], files);
    expect([summary.exitCode, summary.blocking, summary.existing > 0]).toEqual([0, 0, true]);
    expect((await report(["now.yaml", "--before", "then.yaml", "--gate", "all"], files)).summary.exitCode).toBe(1);
  });

  it("takes a value that changes in a parameter or a mapping for a change of the resource", async () => {
    const from = (value: string) =>
      `Parameters: { Action: { Type: String, Default: "${value}" } }\n${resources(role("Worker", "!Ref Action"))}`;
    const files = { "now.yaml": from("s3:*"), "then.yaml": from("s3:Get*") };
    expect(changes(await report(["now.yaml", "--before", "then.yaml"], files))).toEqual({ Worker: "widened" });
  });

  it.each<[string, string, string, string]>([
    [
      "what a condition chooses",
      "Conditions: { IsProd: !Equals [!Ref AWS::Region, eu-west-1] }\n",
      "!If [IsProd, 's3:Get*', 'sqs:*']",
      "!If [IsProd, 's3:Get*', 'sns:*']",
    ],
    [
      "what a table has for a key that is not known",
      "Mappings: { Actions: { a: { all: 's3:Get*' }, b: { all: 'VALUE' } } }\nParameters: { Key: { Type: String } }\n",
      "!FindInMap [Actions, !Ref Key, all]",
      "!FindInMap [Actions, !Ref Key, all]",
    ],
  ])("takes a change of %s for one, though nobody knows its value", async (_what, head, before, after) => {
    const files = {
      "now.yaml": head.replace("VALUE", "sqs:*") + resources(role("Worker", after)),
      "then.yaml": head.replace("VALUE", "sqs:Get*") + resources(role("Worker", before)),
    };
    const { summary } = await report(["now.yaml", "--before", "then.yaml"], files);
    expect(summary.identityChanges).toEqual({ added: 0, changed: 1, removed: 0 });
    const same = { ...files, "then.yaml": files["now.yaml"] };
    const unchanged = await report(["now.yaml", "--before", "then.yaml"], same);
    expect(unchanged.summary.identityChanges).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it("looks into nested stacks, and at what their parents pass them", async () => {
    const parent = (passed: string) => `Conditions: { InEurope: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: child.yaml, Parameters: { Action: !If [InEurope, "s3:GetObject", "${passed}"] } }
`;
    const child = (action: string) => `Parameters: { Action: { Type: String } }
${resources(role("Passed", "!Ref Action"), role("Written", action))}`;
    const files = (passed: string, action: string) => ({
      "now/parent.yaml": parent("s3:*"),
      "now/child.yaml": child("'s3:*'"),
      old: ["parent.yaml", "child.yaml"],
      "old/parent.yaml": parent(passed),
      "old/child.yaml": child(action),
    });
    const changed = async (passed: string, action: string) => {
      const { identities } = await report(["now/parent.yaml", "--before", "old"], files(passed, action));
      return Object.fromEntries(identities.map(({ name, action: done }) => [name, done]));
    };
    expect(await changed("s3:*", "'s3:*'")).toEqual({ "Child/Passed": "none", "Child/Written": "none" });
    expect(await changed("s3:*", "'s3:Get*'")).toEqual({ "Child/Passed": "none", "Child/Written": "update" });
    expect(await changed("s3:Get*", "'s3:*'")).toMatchObject({ "Child/Passed": "update" });
  });

  it("finds the same resource in the other spelling of a template", async () => {
    const json = JSON.stringify({
      Resources: {
        Reader: {
          Type: "AWS::IAM::Policy",
          Properties: {
            PolicyName: "reader",
            Roles: [{ Ref: "Worker" }],
            PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] },
          },
        },
        Worker: { Type: "AWS::IAM::Role", Properties: {} },
      },
    });
    const yaml = `Resources:
  Worker: { Type: AWS::IAM::Role }
  Reader:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reader
      Roles: [!Ref Worker]
      PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] }
`;
    const found = await report(["now.yaml", "--before", "then.json"], { "now.yaml": yaml, "then.json": json });
    expect(changes(found)).toEqual({ Worker: "unchanged" });
  });

  it.each([
    ["an object", (template: string) => JSON.stringify({ TemplateBody: JSON.parse(template), StagesAvailable: [] })],
    ["a text", (template: string) => JSON.stringify({ TemplateBody: template, StagesAvailable: ["Original"] })],
  ])("takes what the command line of AWS prints of a template, %s", async (_what, printed) => {
    const template = JSON.stringify({
      Resources: {
        Robot: {
          Type: "AWS::IAM::User",
          Properties: {
            Policies: [
              {
                PolicyName: "p",
                PolicyDocument: {
                  Version: "2012-10-17",
                  Statement: { Effect: "Allow", Action: "s3:*", Resource: "*" },
                },
              },
            ],
          },
        },
      },
    });
    const files = { "now.json": template, "then.json": printed(template) };
    expect(changes(await report(["now.json", "--before", "then.json"], files))).toEqual({ Robot: "unchanged" });
  });

  it("counts what is removed, and tells what stays although it is", async () => {
    const files = {
      "now.yaml": resources(user("Stays")),
      "then.yaml": resources(
        user("Stays"),
        user("Gone"),
        user("Snapped", "\n    DeletionPolicy: Snapshot"),
        user("Kept", "\n    DeletionPolicy: Retain"),
        user("KeptOnceMade", "\n    DeletionPolicy: RetainExceptOnCreate"),
        user("Maybe", "\n    DeletionPolicy: !Ref Unknown"),
      ),
    };
    const found = await report(["now.yaml", "--before", "then.yaml"], files);
    expect(found.summary.identityChanges).toEqual({ added: 0, changed: 0, removed: 5 });
    const kept = found.notices.filter(({ code }) => code === "forgotten");
    expect(kept.map(({ location, level }) => [location.document, location.address, level])).toEqual([
      ["then.yaml", "Kept", "info"],
      ["then.yaml", "KeptOnceMade", "info"],
      ["then.yaml", "Maybe", "info"],
    ]);
  });

  it("keeps what is in a nested stack that is kept", async () => {
    const nested = (more: string) => `
  Child:
    Type: AWS::CloudFormation::Stack${more}
    Properties: { TemplateURL: child.yaml }`;
    const forgotten = async (now: string, child: string, policy: string) => {
      const files = {
        "now/parent.yaml": resources(user("Stays"), now),
        "now/child.yaml": child,
        old: ["parent.yaml", "child.yaml"],
        "old/parent.yaml": resources(user("Stays"), nested(policy)),
        "old/child.yaml": resources(user("Robot"), user("Other")),
      };
      const { notices } = await report(["now/parent.yaml", "--before", "old"], files);
      return notices.flatMap(({ code, location }) => (code === "forgotten" ? [location.address] : []));
    };
    const retain = "\n    DeletionPolicy: Retain";
    expect(await forgotten("", resources(user("Robot")), retain)).toEqual(["Child", "Child/Robot", "Child/Other"]);
    expect(await forgotten("", resources(user("Robot")), "")).toEqual([]);
    // The stack is still there, and what goes from it has no policy of its own.
    expect(await forgotten(nested(retain), resources(user("Robot")), retain)).toEqual([]);
  });

  it("judges a resource of another type as new, and says so", async () => {
    const files = {
      "now.yaml": resources(role("Worker", "'s3:*'")),
      "then.yaml": resources(user("Worker")),
    };
    const found = await report(["now.yaml", "--before", "then.yaml"], files);
    expect(found.notices.map(({ code }) => code)).toContain("type-changed");
    expect(found.identities.map(({ action }) => action)).toEqual(["create"]);
  });

  it("finds each template in a folder by its name, the longest end of a path first", async () => {
    const files = {
      "live/app.yaml": resources(role("App", "'s3:*'")),
      "live/data.yaml": resources(role("Data", "'s3:*'")),
      "live/new.yaml": resources(role("New", "'s3:*'")),
      old: ["live", "data.yaml"],
      "old/live": ["app.yaml"],
      "old/live/app.yaml": resources(role("App", "'s3:*'")),
      "old/app.yaml": resources(role("App", "'s3:GetObject'")),
      "old/data.yaml": resources(role("Data", "'s3:GetObject'")),
    };
    const found = await report(["live/app.yaml", "live/data.yaml", "live/new.yaml", "--before", "old"], files);
    expect(changes(found)).toEqual({ "app/App": "unchanged", "data/Data": "widened", "new/New": "added" });
  });

  it("finds the stacks of an assembly in an earlier one, with the tags that each had", async () => {
    const template = resources(role("Worker", "'s3:*'"));
    const assembly = (folder: string, owner: string) => ({
      [folder]: ["manifest.json"],
      [`${folder}/manifest.json`]: JSON.stringify({
        version: "48.0.0",
        artifacts: {
          Shop: {
            type: "aws:cloudformation:stack",
            environment: "aws://111122223333/eu-west-1",
            properties: { templateFile: "Shop.template.json", tags: { owner } },
          },
        },
      }),
      [`${folder}/Shop.template.json`]: template,
    });
    const same = { ...assembly("cdk.out", "payments"), ...assembly("base", "payments") };
    expect(changes(await report(["cdk.out", "--before", "base"], same))).toEqual({ "Shop/Worker": "unchanged" });
    const retagged = { ...assembly("cdk.out", "payments"), ...assembly("base", "billing") };
    expect(changes(await report(["cdk.out", "--before", "base"], retagged))).toEqual({ "Shop/Worker": "touched" });
  });

  it("shows the graph of before", async () => {
    const files = { "now.yaml": now, "then.yaml": then };
    const run = await rolecall(["graph", "now.yaml", "--before", "then.yaml"], { files });
    const graph = JSON.parse(run.out) as { moment: string; identities: readonly { address: string }[] };
    expect([graph.moment, graph.identities.map(({ address }) => address).sort()]).toEqual([
      "before",
      ["Renamed", "Same", "Wider"],
    ]);
  });
});

describe("--before that cannot be used", () => {
  const template = resources(user("Robot"));
  const plan = JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", resource_changes: [] });
  it.each<[string, readonly string[], Outside["files"], number, string]>([
    ["is missing", ["now.yaml", "--before", "gone.yaml"], { "now.yaml": template }, 3, "gone.yaml: no such file"],
    [
      "is a plan",
      ["now.yaml", "--before", "plan.json"],
      { "now.yaml": template, "plan.json": plan },
      2,
      "--before plan.json: this is no CloudFormation template",
    ],
    [
      "is something else",
      ["now.yaml", "--before", "notes.txt"],
      { "now.yaml": template, "notes.txt": "hello" },
      2,
      "--before notes.txt: this is no CloudFormation template",
    ],
    [
      "is broken",
      ["now.yaml", "--before", "then.yaml"],
      { "now.yaml": template, "then.yaml": "AWSTemplateFormatVersion: 2010-09-09\nResources: [\n" },
      3,
      "then.yaml is not valid YAML (line 3, column 1)",
    ],
    [
      "is given for a plan",
      ["plan.json", "--before", "then.yaml"],
      { "plan.json": plan, "then.yaml": template },
      2,
      "plan.json is a Terraform plan, which tells itself what was before: --before is for templates",
    ],
    [
      "is the template itself",
      ["now.yaml", "--before", "./now.yaml"],
      { "now.yaml": template },
      2,
      "./now.yaml is given twice",
    ],
    [
      "is one file for two templates",
      ["a.yaml", "b.yaml", "--before", "then.yaml"],
      { "a.yaml": template, "b.yaml": template, "then.yaml": template },
      2,
      "--before then.yaml is one template, and 2 are judged",
    ],
    [
      "is a folder with none of them",
      ["live/a.yaml", "--before", "old"],
      { "live/a.yaml": template, old: ["b.yaml"], "old/b.yaml": template },
      2,
      "--before old: there is no a.yaml in it",
    ],
  ])("because it %s", async (_what, args, files, code, message) => {
    const run = await rolecall(["check", ...args], files === undefined ? {} : { files });
    expect([run.code, run.err.split("\n")[0]]).toEqual([code, `error: ${message}`]);
    expect(run.out).toBe("");
  });
});
