import { describe, expect, test } from "vitest";
import { definition } from "#reporters/text/groups.ts";
import { text } from "#reporters/text.ts";
import { plain, reportOf } from "./support.ts";

const mixed = reportOf("mixed");

test("quiet leaves findings and the verdict", () => {
  const lines = text.render(mixed, { ...plain, quiet: true }).split("\n");
  expect(lines[0]).toContain("no-full-admin");
  expect(lines.at(-2)).toBe("✖ 2 blocking (2 critical) · 1 warning · 1 undecided · 1 suppressed · 1 existing");
  expect(lines.join("\n")).not.toMatch(/Identities|expired|not touched|rolecall 0/);
});

test("of very many inputs the first are told", () => {
  const input = { frontend: "cloudformation", format: "CloudFormation template", resources: 2, complete: true };
  const inputs = (n: number) => Array.from({ length: n }, (_, i) => ({ ...input, path: `cdk.out/${i}.template.json` }));
  const header = (n: number) =>
    text
      .render({ ...mixed, inputs: inputs(n) }, plain)
      .split("\n\n")[0]
      ?.split("\n");
  expect(header(20)?.length).toBe(21);
  expect(header(23)?.slice(-2)).toEqual([
    "  cdk.out/19.template.json · CloudFormation template · 2 resources",
    "  and 3 more · 6 resources",
  ]);
});

test("quiet with nothing to say is the verdict alone", () => {
  expect(text.render(reportOf("clean"), { ...plain, quiet: true })).toBe(
    "✔ nothing blocks: 1 identity in 14 resources\n",
  );
});

test("a display threshold hides findings, never what blocks, and says so", () => {
  const written = text.render(mixed, { ...plain, minSeverity: "critical" });
  expect(written).not.toContain("require-owner");
  expect(written).toContain("2 findings below --min-severity are not shown");
  const blockingMedium = {
    ...mixed,
    findings: mixed.findings.map((one) => (one.rule === "require-owner" ? { ...one, blocks: true } : one)),
  };
  expect(text.render(blockingMedium, { ...plain, minSeverity: "critical" })).toContain("require-owner");
});

test("the counts of the verdict do not depend on what is shown", () => {
  const verdicts = (["critical", "info"] as const).map((minSeverity) =>
    text
      .render(mixed, { ...plain, minSeverity })
      .split("\n")
      .at(-2),
  );
  expect(verdicts[0]).toBe(verdicts[1]);
});

test("an undecided finding that blocks stands with those that block, and says what it waits for", () => {
  const blocking = {
    ...mixed,
    findings: mixed.findings.map((one) => (one.rule === "no-cross-environment-trust" ? { ...one, blocks: true } : one)),
  };
  const written = text.render(blocking, plain);
  expect(written).toMatch(/✖ HIGH {6}no-cross-environment-trust .* blocks\n/);
  expect(written).toContain("   waits for the environment of account 444455556666\n");
  expect(written).not.toContain("UNDECIDED");
});

test("existing debt that blocks is told in full", () => {
  const all = {
    ...mixed,
    findings: mixed.findings.map((one) => (one.change === "unchanged" ? { ...one, blocks: true } : one)),
  };
  const written = text.render(all, plain);
  expect(written).toContain("role batch may do s3:*");
  expect(written).not.toContain("--gate all");
});

test("colour is escape sequences around the same words", () => {
  const coloured = text.render(mixed, { ...plain, color: true });
  expect(coloured).toContain("\u001b[1mno-full-admin\u001b[22m");
  expect(coloured.replace(/\p{Cc}\[\d+m/gu, "")).toBe(text.render(mixed, plain));
});

describe("a definition is an address without instance keys", () => {
  const cases = [
    ["aws_iam_role.ci", "aws_iam_role.ci"],
    ["aws_iam_role.ci[12]", "aws_iam_role.ci"],
    ['module.a["x"].module.b[0].aws_iam_role.ci["y]\\"z"]', "module.a.module.b.aws_iam_role.ci"],
  ] as const;
  for (const [address, expected] of cases) test(address, () => expect(definition(address)).toBe(expected));
});

test("findings about different definitions, or of different severity, are not put together", () => {
  const grouped = reportOf("grouped");
  const [first, second] = grouped.findings;
  if (first === undefined || second === undefined) throw new Error("the fixture has no findings");
  const other = { ...second, subject: { ...second.subject, address: "module.region.aws_iam_role.other" } };
  for (const findings of [
    [first, other],
    [first, { ...second, severity: "low" as const }],
    [first, { ...second, detail: "sqs:*" }],
  ]) {
    expect(text.render({ ...grouped, findings }, plain)).not.toContain("more like it");
  }
  expect(text.render({ ...grouped, findings: [first, second] }, plain)).toContain("(and 1 more like it)");
});
