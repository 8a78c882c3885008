import { describe, expect, test } from "vitest";
import { run } from "./support.ts";

const plan = { files: { "plan.json": "{}" } };

describe("wrong usage ends with 2, a sentence and a hint", () => {
  const cases: readonly (readonly [line: string, err: string])[] = [
    ["chek plan.json", "error: unknown command 'chek' (did you mean \"check\"?)\nhint: rolecall --help\n"],
    ["plan.json", "error: unknown command 'plan.json'\nhint: rolecall check plan.json\n"],
    [
      "check --fromat json plan.json",
      "error: unknown option '--fromat' (did you mean \"--format\"?)\nhint: rolecall check --help\n",
    ],
    [
      "check --format jsn plan.json",
      "error: option '--format <format>' argument 'jsn' is invalid. It can be text, json, sarif (did you mean \"json\"?).\nhint: rolecall check --help\n",
    ],
    [
      "check --fail-on hihg plan.json",
      "error: option '--fail-on <severity>' argument 'hihg' is invalid. It can be critical, high, medium, low, info (did you mean \"high\"?).\nhint: rolecall check --help\n",
    ],
    [
      "check --fail-on-undecided plan.json",
      "error: option '--fail-on-undecided [severity]' argument 'plan.json' is invalid. It can be critical, high, medium, low, info; write --fail-on-undecided=SEVERITY, or put it behind the plan.\nhint: rolecall check --help\n",
    ],
    [
      "check --today 2026-02-30 plan.json",
      "error: option '--today <date>' argument '2026-02-30' is invalid. A date is written YYYY-MM-DD.\nhint: rolecall check --help\n",
    ],
    [
      "check --account 12 plan.json",
      "error: option '--account <id>' argument '12' is invalid. An account id has 12 digits.\nhint: rolecall check --help\n",
    ],
    [
      "check --output report.json plan.json",
      "error: option '--output <format=path>' argument 'report.json' is invalid. Write it as FORMAT=PATH, json=report.json.\nhint: rolecall check --help\n",
    ],
    [
      "check --output json=- plan.json",
      "error: option '--output <format=path>' argument 'json=-' is invalid. For standard output there is --format.\nhint: rolecall check --help\n",
    ],
    [
      "check --env prdo plan.json",
      'error: --env prdo: the ruleset defines prod, staging, dev (did you mean "prod"?)\nhint: define it under `environments` in rolecall.yaml\n',
    ],
    ["check --ruleset", "error: option '--ruleset <file>' argument missing\nhint: rolecall check --help\n"],
    ["check --ruleset gone.yaml plan.json", "error: ruleset gone.yaml: no such file\n"],
    [
      "explain no-public-trsut",
      'error: unknown rule no-public-trsut (did you mean "no-public-trust"?)\nhint: rolecall rules\n',
    ],
    [
      "graph a.json b.json",
      "error: too many arguments for 'graph'. Expected 1 argument but got 2: a.json, b.json.\nhint: rolecall graph --help\n",
    ],
    [
      "schema rulset",
      "error: command-argument value 'rulset' is invalid for argument 'name'. It can be report, ruleset (did you mean \"ruleset\"?).\nhint: rolecall schema --help\n",
    ],
  ];
  for (const [line, err] of cases)
    test(line, async () => expect(await run(line, plan)).toMatchObject({ code: 2, out: "", err }));
});

test("no command at all prints the help, and is no pass", async () => {
  const { code, out, err } = await run("");
  expect([code, err]).toEqual([2, ""]);
  expect(out).toBe((await run("--help")).out);
});

describe("help begins with examples", () => {
  for (const line of [
    "--help",
    "check --help",
    "explain --help",
    "rules --help",
    "graph --help",
    "schema --help",
    "help check",
  ]) {
    test(line, async () => {
      const { code, out } = await run(line);
      expect(code).toBe(0);
      expect(out).toMatch(/^Examples:\n( {2}\$ .*rolecall .*\n){2,3}\nUsage: rolecall/);
    });
  }
});

test("the version", async () => {
  expect(await run("--version")).toMatchObject({ code: 0, out: "0.1.0\n" });
});

describe("the other commands", () => {
  test("explain tells why and how", async () => {
    const { code, out } = await run("explain no-public-trust");
    expect(code).toBe(0);
    expect(out).toBe(`no-public-trust · critical · TRUST

Title of no-public-trust.

Why
  Because anyone who can assume a role can do what the role can do, and nobody
  knows who that is.

Fix
  Name the principals.

Frameworks
  owasp-nhi NHI5

In a ruleset
  rules:
    no-public-trust: critical    # critical | high | medium | low | info | off
`);
  });

  test("rules lists them", async () => {
    expect((await run("rules")).out).toBe(
      "no-public-trust  critical  Title of no-public-trust\nrequire-owner    high      Title of require-owner\n\n2 rules · rolecall explain RULE tells more\n",
    );
    const rules = JSON.parse((await run("rules --format json")).out) as readonly Record<string, unknown>[];
    expect(rules.map((one) => one.id)).toEqual(["no-public-trust", "require-owner"]);
    expect(Object.keys(rules[0] ?? {})).toEqual(["id", "family", "severity", "title", "why", "fix", "frameworks"]);
  });

  test("graph prints the graph as JSON, after the change or before it", async () => {
    const after = await run("graph plan.json --env prod", plan);
    expect(after).toMatchObject({ code: 0, graph: { moment: "after", options: { environment: "prod" } } });
    expect(JSON.parse(after.out)).toEqual({ moment: "after", identities: [], notices: [] });
    expect((await run("graph --before", { stdin: "{}" })).graph?.moment).toBe("before");
  });

  test("schema prints a schema", async () => {
    expect(JSON.parse((await run("schema")).out)).toMatchObject({ title: "rolecall report" });
    expect((await run("schema ruleset")).code).toBe(0);
  });
});
