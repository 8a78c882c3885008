import { describe, expect, it } from "vitest";
import { planOf } from "./plans.ts";
import { rolecall } from "./support.ts";

/** What moves a cursor, sets a title, rings, turns the direction of writing, breaks a line, or is a command to the CI system that reads the log. */
const acting =
  "\u001b[2J\u001b]0;title\u0007\r\b\u007f\u009b31m\u202e\u2066\ud800\u2028\n::set-output name=x::y\n##[group]z\n::warning::w\n##vso[task.setvariable]";
const evil = (text: string): string => `${text}${acting}`;

const trust = {
  Statement: {
    Sid: evil("s"),
    Effect: "Allow",
    Action: evil("sts:*"),
    Principal: { AWS: "*", [evil("Other")]: evil("who") },
    Condition: { [evil("StringLike")]: { [evil("aws:x")]: evil("v") } },
  },
};
const grant = { Statement: { Effect: "Allow", Action: ["*", evil("s3:*")], Resource: ["*", evil("arn")] } };
const role = {
  name: evil("r"),
  path: evil("/p/"),
  assume_role_policy: JSON.stringify(trust),
  inline_policy: [{ name: evil("i"), policy: JSON.stringify(grant) }],
  managed_policy_arns: [evil("arn:aws:iam::aws:policy/")],
  permissions_boundary: evil("b"),
  tags: { [evil("owner")]: evil("me"), owner: evil("me") },
};
const record = (type: string, after: object) => ({
  address: evil(`${type}.r`),
  previous_address: evil("old"),
  mode: "managed",
  type,
  name: evil("r"),
  index: evil("k"),
  provider_name: evil("x/aws"),
  change: { actions: ["create", evil("x")], before: null, after, after_unknown: { arn: true } },
});
const hostile = JSON.stringify({
  format_version: evil("9."),
  terraform_version: evil("1.1"),
  resource_changes: [
    record("aws_iam_role", role),
    record(evil("aws_x"), { role: evil("r") }),
    record("aws_glue_resource_policy", {}),
  ],
  checks: [{ status: "fail", address: { to_display: evil("check") } }],
  deferred_changes: [{ resource_change: { address: evil("d") } }],
  configuration: {
    root_module: { resources: [{ address: "aws_iam_role.r", expressions: { arn: { references: [evil("var.x")] } } }] },
    provider_config: { [evil("aws")]: { name: evil("aws"), expressions: { region: { constant_value: evil("eu") } } } },
  },
});

const commands: readonly (readonly string[])[] = [
  ["check"],
  ["check", "-q"],
  ["check", "--format", "json"],
  ["graph"],
  ["graph", "--before"],
];
const acts = /(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u;
const colours = /\p{Cc}\[\d*(?:;\d+)*m/gu;
const commandsCi = /^\s*::|##\[|##vso\[/m;

describe("names that act on whoever reads the output", () => {
  it.each(commands)("are written as escapes by %s %s %s", async (...args) => {
    const run = await rolecall([...args, evil("p.json")], { files: { [evil("p.json")]: hostile } });
    expect(run.out).toContain(args[0] === "graph" && args[1] === "--before" ? "identities" : "\\u001b[2J");
    expect(`${run.out}${run.err}`).not.toMatch(acts);
    expect(`${run.out}${run.err}`).not.toMatch(commandsCi);
  });

  it("are written as escapes in colour too", async () => {
    const run = await rolecall(["check", "p.json", "--color", "always"], { files: { "p.json": hostile } });
    expect(run.out.replace(colours, "")).not.toMatch(acts);
  });

  it("are written as escapes in errors", async () => {
    const run = await rolecall(["check", evil("p.json")]);
    expect(run.err).toContain("\\u001b[2J");
    expect(run.err).not.toMatch(acts);
    expect(run.err).not.toMatch(commandsCi);
  });

  it("mean the same in JSON", async () => {
    const run = await rolecall(["check", "p.json", "--format", "json"], { files: { "p.json": hostile } });
    const report: unknown = JSON.parse(run.out);
    expect(report).toMatchObject({ identities: [{ name: evil("r"), address: evil("aws_iam_role.r") }] });
  });
});

/** A plan with a secret of its own at every place where Terraform puts and marks one, and some of them again where nothing marks them. */
function seeded(secret: (place: string) => string): string {
  const bucket = `arn:aws:s3:::${secret("after")}/*`;
  const grant = { Statement: { Effect: "Allow", Action: "s3:*", Resource: bucket, Sid: secret("variable") } };
  const values = {
    name: secret("name"),
    policy: JSON.stringify(grant),
    tags: { owner: secret("tag"), [secret("key")]: "x" },
    description: secret("default"),
  };
  const marks = { name: true, tags: true };
  const before = { ...values, name: secret("before") };
  const plan = planOf(values, { actions: ["update"], before, before_sensitive: marks, after_sensitive: marks });
  const database = {
    address: "aws_db_instance.d",
    mode: "managed",
    type: "aws_db_instance",
    name: "d",
    change: {
      actions: ["create"],
      before: null,
      after: { password: secret("after"), nested: [{ token: secret("nested") }] },
      after_sensitive: { password: true, nested: [{ token: true }] },
    },
  };
  return JSON.stringify({
    ...plan,
    resource_changes: [plan.resource_changes, database].flat(),
    variables: { v: { value: secret("variable") }, d: { value: secret("default") } },
    output_changes: { o: { actions: ["create"], before: null, after: secret("output"), after_sensitive: true } },
    prior_state: { values: { outputs: { o: { sensitive: true, value: secret("output") } }, root_module: {} } },
    configuration: {
      root_module: { variables: { v: { sensitive: true }, d: { sensitive: true, default: secret("default") } } },
    },
  });
}

const canary = (place: string): string => `canary-${place}-7f3c`;

describe("secrets of a plan", () => {
  it.each(commands)("reach no output of %s %s %s", async (...args) => {
    const run = await rolecall([...args, "p.json"], { files: { "p.json": seeded(canary) } });
    expect(run.out.length).toBeGreaterThan(20);
    // A key of a map is no value, and Terraform marks it with nothing of its own.
    expect(`${run.out}${run.err}`.replaceAll(canary("key"), "")).not.toContain("canary");
  });

  it("are hidden and not left out: the finding is there", async () => {
    const run = await rolecall(["check", "p.json", "--gate", "all"], { files: { "p.json": seeded(canary) } });
    expect(run.code).toBe(1);
    expect(run.out).toContain("(sensitive)");
    expect(run.out).toContain("no-wildcard-action");
  });
});

describe("values that nobody marked", () => {
  it("are shown only where they say who may do what", async () => {
    const after = {
      name: "p",
      description: canary("a"),
      user_data: canary("b"),
      policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }),
    };
    const run = await rolecall(["check", "p.json"], { files: { "p.json": JSON.stringify(planOf(after)) } });
    expect(run.code).toBe(1);
    expect(run.out).not.toContain("canary");
  });
});
