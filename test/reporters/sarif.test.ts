import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { sarif } from "#reporters/sarif.ts";
import { type Result, runOf, validate } from "./sarif-support.ts";
import { plain, reportOf } from "./support.ts";

const mixed = reportOf("mixed");

/** The result of a finding of the mixed report. */
function resultOf(id: string, report: Report = mixed): Result {
  const found = runOf(report).results.find((one) => one.partialFingerprints["rolecallFinding/v1"] === id);
  if (found === undefined) throw new Error(`no result ${id}`);
  return found;
}

function changed(id: string, change: Partial<Finding>): Report {
  return { ...mixed, findings: mixed.findings.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

test.each(readdirSync(new URL("../../fixtures/reports/", import.meta.url)))(
  "%s is what the standard describes",
  (name) => {
    expect(validate(JSON.parse(sarif.render(reportOf(name), plain))), JSON.stringify(validate.errors)).toBe(true);
  },
);

test("the schema refuses what is none", () => {
  expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [{}] }] })).toBe(false);
});

test("what blocks comes first, then what counts, what is undecided, and what somebody accepted", () => {
  expect(runOf(mixed).results.map((one) => [one.ruleId, one.kind, one.level])).toEqual([
    ["no-full-admin", "fail", "error"],
    ["no-public-trust", "fail", "error"],
    ["no-wildcard-action", "fail", "error"],
    ["require-owner", "fail", "warning"],
    ["no-cross-environment-trust/undecided", "review", "none"],
    ["no-wildcard-action", "fail", "error"],
  ]);
});

test("each result names its rule, and each rule has help and a score; an undecided one has none", () => {
  const { results, tool } = runOf(mixed);
  const { rules } = tool.driver;
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  expect(rules.map((one) => [one.id, one.properties["security-severity"]])).toEqual([
    ["no-full-admin", "9.5"],
    ["no-public-trust", "9.5"],
    ["no-wildcard-action", "8.0"],
    ["require-owner", "5.5"],
    ["no-cross-environment-trust/undecided", undefined],
  ]);
  const why = mixed.rules.find((one) => one.id === "no-public-trust")?.why;
  expect(rules[1]?.help.text).toContain(`Why: ${why}`);
});

test("the fingerprint is the finding's; equal ones are counted", () => {
  expect(resultOf("kd2f9m4q7x").partialFingerprints).toEqual({
    primaryLocationLineHash: "kd2f9m4q7x:1",
    "rolecallFinding/v1": "kd2f9m4q7x",
  });
  const twice = { ...mixed, findings: [...mixed.findings, ...mixed.findings.slice(0, 1)] };
  const hashes = runOf(twice).results.map((one) => one.partialFingerprints.primaryLocationLineHash);
  expect(hashes.filter((one) => one?.startsWith("kd2f9m4q7x"))).toEqual(["kd2f9m4q7x:1", "kd2f9m4q7x:2"]);
});

test("where it is: the document with its line, the resource, the pointer", () => {
  const [place] = resultOf("h4j6k8m2np").locations;
  expect(place?.physicalLocation).toEqual({ artifactLocation: { uri: "plan.json" }, region: { startLine: 1 } });
  const [evidence] = mixed.findings.find((one) => one.id === "h4j6k8m2np")?.evidence ?? [];
  if (evidence === undefined) throw new Error("the fixture has no evidence");
  const located = { ...evidence, location: { ...evidence.location, line: 12, column: 3 } };
  const [at] = resultOf("h4j6k8m2np", changed("h4j6k8m2np", { evidence: [located] })).locations;
  expect(at?.physicalLocation.region).toEqual({ startLine: 12, startColumn: 3 });
  expect(at?.logicalLocations).toContainEqual({ fullyQualifiedName: "/resource_changes/9", kind: "jsonPointer" });
});

test("a finding without any place stands at the first input", () => {
  expect(resultOf("g5t8r2e9wq").locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: "plan.json" }, region: { startLine: 1 } } },
  ]);
});

test("further evidence is related, and a path is a flow", () => {
  expect(
    resultOf("kd2f9m4q7x").relatedLocations?.map((one) => one.logicalLocations?.at(-1)?.fullyQualifiedName),
  ).toEqual(["/resource_changes/4"]);
  expect(resultOf("p3x8s5w2na").codeFlows?.[0]?.threadFlows[0]?.locations.length).toBe(2);
});

test("who accepted it, why and until when", () => {
  const { suppressed } = mixed.findings.find((one) => one.id === "g5t8r2e9wq") ?? {};
  expect(resultOf("g5t8r2e9wq").suppressions).toEqual([
    {
      kind: "external",
      status: "accepted",
      justification: `${suppressed?.reason} (${suppressed?.owner}, until ${suppressed?.expires})`,
    },
  ]);
  expect(resultOf("kd2f9m4q7x").suppressions).toEqual([]);
});

test("an undecided finding says what it waits for, and is as grave as it is when it blocks", () => {
  const { message } = resultOf("c7v3b6n9mz");
  expect(message.text).toMatch(/^Undecided: .*\.\nWhere: /);
  expect(message.text).toContain("\nWaits for: the environment of account 444455556666\n");
  expect(resultOf("c7v3b6n9mz", changed("c7v3b6n9mz", { blocks: true }))).toMatchObject({
    kind: "fail",
    level: "error",
  });
});

test("a display threshold hides findings, never what blocks", () => {
  const { results } = runOf(mixed, { ...plain, minSeverity: "critical" });
  expect(results.map((one) => one.ruleId)).toEqual(["no-full-admin", "no-public-trust"]);
});

test("what was not read is told by the tool", () => {
  const { invocations } = runOf(reportOf("incomplete"));
  expect(invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(invocations[0]?.toolExecutionNotifications).toContainEqual(expect.objectContaining({ level: "error" }));
});

describe("code scanning keeps 5,000 results", () => {
  const [finding] = mixed.findings;
  if (finding === undefined) throw new Error("the fixture has no findings");
  const many = (count: number): Report => ({
    ...mixed,
    findings: Array.from({ length: count }, (_, i) => ({ ...finding, id: `id-${i}`, blocks: i === count - 1 })),
  });

  test("so many are all there", () => {
    expect(runOf(many(5000)).results.length).toBe(5000);
  });

  test("of more the gravest are, and the last result counts the others", () => {
    const { results, tool } = runOf(many(5100));
    expect(results.length).toBe(5000);
    expect(results[0]?.partialFingerprints["rolecallFinding/v1"]).toBe("id-5099");
    expect(results.at(-1)).toMatchObject({
      ruleId: "findings-left-out",
      level: "note",
      message: { text: "101 more findings are not in this file. By rule: no-full-admin 101." },
    });
    expect(tool.driver.rules.map((one) => one.id)).toEqual(["no-full-admin", "findings-left-out"]);
  });

  test("and 100 places of each", () => {
    const evidence = Array.from({ length: 500 }, (_, i) => ({
      role: i === 0 ? ("primary" as const) : ("because" as const),
      message: `reason ${i}`,
      location: { document: "plan.json", pointer: `/${i}` },
    }));
    const one = resultOf("kd2f9m4q7x", changed("kd2f9m4q7x", { evidence }));
    expect(one.relatedLocations?.length).toBe(99);
    expect(one.message.text).toMatch(/\n400 further places are not shown\.$/);
  });
});

describe("documents as URIs", () => {
  const cases: readonly (readonly [given: readonly string[], uris: readonly string[]])[] = [
    [["plan.json"], ["plan.json"]],
    [["./infra/../infra/plan.json"], ["infra/plan.json"]],
    [["infra\\prod plan.json"], ["infra/prod%20plan.json"]],
    [["-"], ["stdin"]],
    [["/home/me/repo/plan.json"], ["plan.json"]],
    [["C:\\repo\\plan.json"], ["plan.json"]],
    [["C:plan.json"], ["C%3Aplan.json"]],
    [["../other/plan.json"], ["plan.json"]],
    [
      ["/a/x/plan.json", "/a/y/plan.json", "plan.json"],
      ["x/plan.json", "y/plan.json", "plan.json"],
    ],
    [["a:b/c#d?e%f"], ["a%3Ab/c%23d%3Fe%25f"]],
    [["grüße/\u{1f600}.json"], ["gr%C3%BC%C3%9Fe/%F0%9F%98%80.json"]],
    [["\ud800.json"], ["%EF%BF%BD.json"]],
    [["/"], ["input"]],
  ];
  test.each(cases)("%j", (given, uris) => {
    const [input] = mixed.inputs;
    if (input === undefined) throw new Error("the fixture has no input");
    const report = { ...mixed, findings: [], notices: [], inputs: given.map((path) => ({ ...input, path })) };
    const { runs } = JSON.parse(sarif.render(report, plain)) as {
      runs: readonly { artifacts: readonly { location: { uri: string } }[] }[];
    };
    expect(runs[0]?.artifacts.map((one) => one.location.uri)).toEqual(uris);
  });
});
