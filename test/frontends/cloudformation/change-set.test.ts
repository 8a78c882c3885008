import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Notice } from "#model/notice.ts";
import type { Report } from "#model/report.ts";
import { type Outside, rolecall } from "../../hostile/support.ts";
import { holeAt, plain, planOf, resourceIn } from "../support.ts";

const folder = new URL("../../../fixtures/plans/change-set/", import.meta.url);
const withValues = readFileSync(new URL("with-values/change-set.json", folder), "utf8");
const withoutValues = readFileSync(new URL("without-values/change-set.json", folder), "utf8");

async function report(text: string): Promise<Report> {
  const run = await rolecall(["check", "cs.json", "--format", "json"], { files: { "cs.json": text } });
  expect(run.err).toBe("");
  return JSON.parse(run.out) as Report;
}

/** The change set with other members. */
function changed(members: object, text = withValues): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), ...members });
}

function codes(notices: readonly Notice[], level: Notice["level"]): readonly string[] {
  return notices.filter((one) => one.level === level).map(({ code }) => code);
}

describe("a change set with the values of properties", () => {
  it("tells what is done with each resource", async () => {
    const { changes, hasBefore, format } = await planOf(withValues);
    expect(changes.map(({ address, action }) => [address, action])).toEqual([
      ["Worker", "update"],
      ["Reader", "replace"],
      ["Fresh", "create"],
      ["Grants", "update"],
      ["Gone", "delete"],
      ["Kept", "forget"],
      ["Database", "update"],
    ]);
    expect([hasBefore, format]).toEqual([true, "CloudFormation change set of shop"]);
  });

  it("tells what was, what will be, and what waits for the deployment", async () => {
    const plan = await planOf(withValues);
    const grants = resourceIn(plan, "Grants");
    expect(plain(grants.before)).toMatchObject({ Roles: ["shop-Worker-1ABC"] });
    expect(holeAt(grants.after, "Roles", 1).refs).toMatchObject([{ expression: "Fresh", targets: ["Fresh"] }]);
    expect(holeAt(resourceIn(plan, "Database").after, "MasterUserPassword").reason).toBe("sensitive");
    expect([resourceIn(plan, "Fresh").before.kind, resourceIn(plan, "Gone").after.kind]).toEqual(["absent", "absent"]);
    const role = resourceIn(plan, "Reader");
    expect([role.before, role.after].map(plain)).toMatchObject([
      { RoleName: "shop-reader" },
      { RoleName: "shop-reader-2" },
    ]);
  });

  it("is judged with the account, the tags and the names that it tells", async () => {
    const { findings, identities, summary } = await report(withValues);
    const told = findings.filter(({ rule }) => rule === "no-public-trust" || rule === "no-wildcard-action");
    expect(new Set(told.map(({ rule, subject, change }) => `${rule} ${subject.address} ${change}`))).toEqual(
      new Set([
        "no-public-trust Fresh added",
        "no-public-trust Reader touched",
        "no-public-trust Worker widened",
        "no-wildcard-action Fresh added",
        "no-wildcard-action Worker widened",
      ]),
    );
    expect(new Set(identities.map(({ account }) => account))).toEqual(new Set(["111122223333"]));
    expect(findings.filter(({ rule }) => rule.startsWith("require-env"))).toEqual([]);
    expect(summary.identityChanges).toEqual({ added: 1, changed: 2, removed: 2 });
    expect([summary.exitCode, summary.verdict]).toEqual([1, "fail"]);
  });

  it("says that it does not show what stays, and what is left where it is", async () => {
    const { notices } = await report(withValues);
    expect(codes(notices, "info").toSorted()).toEqual(["change-set-alone", "forgotten"]);
    expect(codes(notices, "incomplete")).toEqual([]);
  });

  it("is a template's finding, under the same id", async () => {
    const template = JSON.stringify({
      Resources: {
        Worker: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
            },
          },
        },
      },
    });
    const run = await rolecall(["check", "t.json", "--account", "111122223333", "--format", "json"], {
      files: { "t.json": template },
    });
    const idIn = ({ findings }: Report) =>
      findings.find(({ rule, subject }) => rule === "no-public-trust" && subject.address === "Worker")?.id;
    const id = idIn(JSON.parse(run.out) as Report);
    expect(id).toBeDefined();
    expect(idIn(await report(withValues))).toBe(id);
  });
});

describe("a change set without the values of properties", () => {
  it("is incomplete, and says which flag tells them", async () => {
    const { notices, findings, summary } = await report(withoutValues);
    expect(codes(notices, "incomplete")).toEqual(["change-set-without-values"]);
    expect(notices.find(({ level }) => level === "incomplete")?.message).toContain("--include-property-values");
    expect(findings.filter(({ verdict }) => verdict === "fails")).toEqual([]);
    expect(summary.exitCode).toBe(3);
  });

  it("needs none where nothing that changes is about access", async () => {
    const queue = { LogicalResourceId: "Log", ResourceType: "AWS::Logs::LogStream", Action: "Modify", Details: [] };
    const { notices, summary } = await report(changed({ Changes: [{ Type: "Resource", ResourceChange: queue }] }));
    expect(codes(notices, "incomplete")).toEqual([]);
    expect(summary.exitCode).toBe(0);
  });
});

describe("a template with its change set", () => {
  const template = readFileSync(new URL("template.yaml", folder), "utf8");
  const files = { "t.yaml": template, "cs.json": withValues, "bare.json": withoutValues };
  async function reportWith(before: string, ...more: readonly string[]): Promise<Report> {
    const run = await rolecall(["check", "t.yaml", "--before", before, "--format", "json", ...more], { files });
    expect(run.err).toBe("");
    return JSON.parse(run.out) as Report;
  }
  const told = ({ findings }: Report) =>
    new Set(
      findings
        .filter(({ rule }) => rule === "no-public-trust" || rule === "no-wildcard-action")
        .map(({ rule, subject, change }) => `${rule} ${subject.name} ${change}`),
    );

  it("tells what changes, what stays, and the values of parameters", async () => {
    expect(told(await reportWith("cs.json"))).toEqual(
      new Set([
        "no-public-trust Fresh added",
        "no-public-trust shop-reader-2 touched",
        "no-public-trust Worker widened",
        "no-public-trust prod-still unchanged",
        "no-wildcard-action Fresh added",
        "no-wildcard-action Worker widened",
      ]),
    );
  });

  it("points at lines of the template, and tells the account and the tags of the stack", async () => {
    const { findings, identities, notices } = await reportWith("cs.json");
    const places = findings.flatMap(({ evidence }) => evidence.map(({ location }) => location.document));
    expect(new Set(places)).toEqual(new Set(["t.yaml"]));
    expect(new Set(identities.map(({ account }) => account))).toEqual(new Set(["111122223333"]));
    expect(findings.filter(({ rule }) => rule.startsWith("require-env"))).toEqual([]);
    expect(codes(notices, "incomplete")).toEqual([]);
  });

  it("tells without values which properties change: what does not was there before", async () => {
    const found = await reportWith("bare.json");
    // The trust of Reader is not among what changes.
    expect(told(found)).toContain("no-public-trust shop-reader-2 touched");
    expect(told(found)).toContain("no-public-trust Worker widened");
    expect(told(found)).toContain("no-public-trust prod-still unchanged");
    expect(codes(found.notices, "incomplete")).toEqual([]);
    expect(codes(found.notices, "info")).toContain("change-set-without-values");
  });

  it("has the resources that the template does not have: those that are removed, and those of macros", async () => {
    const made = {
      Type: "Resource",
      ResourceChange: {
        Action: "Add",
        LogicalResourceId: "MadeByMacro",
        ResourceType: "AWS::IAM::User",
        Details: [],
        AfterContext: JSON.stringify({ Properties: { UserName: "robot" } }),
      },
    };
    const { Changes } = JSON.parse(withValues) as { Changes: readonly unknown[] };
    const more = { "t.yaml": template, "cs.json": changed({ Changes: [...Changes, made] }) };
    const run = await rolecall(["check", "t.yaml", "--before", "cs.json", "--format", "json"], { files: more });
    const { identities, summary } = JSON.parse(run.out) as Report;
    expect(identities.map(({ name }) => name)).toContain("robot");
    expect(summary.identityChanges).toEqual({ added: 2, changed: 2, removed: 2 });
  });

  it("is about one template", async () => {
    const run = await rolecall(["check", "a.yaml", "b.yaml", "--before", "old"], {
      files: { "a.yaml": template, "b.yaml": template, old: ["a.yaml"], "old/a.yaml": withValues },
    });
    expect([run.code, run.err.split("\n")[0]]).toEqual([
      2,
      "error: --before old/a.yaml: this is a change set, which is about one template, and several are judged",
    ]);
  });
});

describe("a change set that is not all there", () => {
  const one = (more: object) => ({
    Changes: [
      {
        Type: "Resource",
        ResourceChange: { LogicalResourceId: "It", ResourceType: "AWS::IAM::User", Details: [], ...more },
      },
    ],
  });
  it.each<[string, object, string]>([
    ["one page of several", { NextToken: "abc" }, "change-set-page"],
    ["still being made", { Status: "CREATE_IN_PROGRESS" }, "change-set-not-made"],
    ["failed", { Status: "FAILED", StatusReason: "Template error" }, "change-set-not-made"],
    ["with an action that nobody knows", one({ Action: "Transmute", AfterContext: "{}" }), "unknown-action"],
    ["with one that is not decided", one({ Action: "Dynamic", AfterContext: "{}" }), "unknown-action"],
    [
      "with a nested stack",
      one({ Action: "Modify", ResourceType: "AWS::CloudFormation::Stack", BeforeContext: "{}", AfterContext: "{}" }),
      "nested-template-not-read",
    ],
    ["with a context that is no JSON", one({ Action: "Add", AfterContext: "{" }), "change-set-without-values"],
  ])("%s", async (_what, members, code) => {
    const { notices, summary } = await report(changed(members));
    expect(codes(notices, "incomplete")).toEqual([code]);
    expect(summary.exitCode).toBe(3);
  });

  it("passes where it failed because nothing changes", async () => {
    const StatusReason = "The submitted information didn't contain changes. Submit different information.";
    const { summary } = await report(changed({ Status: "FAILED", StatusReason, Changes: [] }));
    expect([summary.exitCode, summary.verdict]).toEqual([0, "pass"]);
  });

  it.each<[string, string, Outside["files"], number, string]>([
    [
      "lists no changes",
      "check cs.json",
      { "cs.json": '{"ChangeSetId":"arn:x","StackId":"arn:y"}' },
      3,
      "cs.json is about a change set, and lists no changes",
    ],
    [
      "is given with other parameters",
      "check t.yaml --before cs.json --parameters p.json",
      { "cs.json": withValues, "t.yaml": "Resources: { A: { Type: AWS::IAM::User } }", "p.json": "{}" },
      2,
      "--parameters p.json: the change set tells the parameters, and no others count",
    ],
    [
      "is compared with a template",
      "check cs.json --before t.yaml",
      { "cs.json": withValues, "t.yaml": "Resources: { A: { Type: AWS::IAM::User } }" },
      2,
      "cs.json is a change set, which tells itself what was before: --before is for templates",
    ],
  ])("is refused where it %s", async (_what, line, files, code, message) => {
    const run = await rolecall(line.split(" "), files === undefined ? {} : { files });
    expect([run.code, run.err.split("\n")[0]]).toEqual([code, `error: ${message}`]);
  });
});
