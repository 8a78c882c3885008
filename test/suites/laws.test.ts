import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { breaches } from "./laws.ts";
import { checkCase, fixtures } from "./rule-cases.ts";

const known = await checkCase(`${fixtures}/rules/no-full-admin/flags-beside-a-wildcard-of-its-own`);

/** The report with each finding of a rule changed, or taken away. */
function changed(rule: string, change: (finding: Finding) => Finding | undefined): Report {
  const findings = known.findings.flatMap((one) => (one.rule === rule ? (change(one) ?? []) : one));
  return { ...known, findings };
}

function said(hidden: Report): readonly string[] {
  return breaches(known, hidden).map(({ law, rule, detail }) => `${law} ${rule} ${detail}`);
}

test("the same report breaks no law", () => {
  expect(said(known)).toEqual([]);
});

test("a finding may become undecided, also under another detail", () => {
  const undecided = (one: Finding): Finding => ({ ...one, verdict: "undecided", detail: "policy app" });
  expect(said(changed("no-wildcard-action", undecided))).toEqual([]);
});

test("a finding that is gone breaks a law, whatever other rules still say of its subject", () => {
  expect(said(changed("no-wildcard-action", () => undefined))).toEqual(["gone no-wildcard-action sqs:*"]);
});

test("a finding of another subject that stood on nothing in common is not the same one", () => {
  const elsewhere = (one: Finding): Finding => ({ ...one, subject: { ...one.subject, address: "aws_iam_role.other" } });
  expect(said(changed("no-wildcard-action", elsewhere))).toEqual([
    "gone no-wildcard-action sqs:*",
    "new no-wildcard-action sqs:*",
  ]);
});

test("a resource that the finding stood on may speak for it", () => {
  const attached = (one: Finding): Finding => ({
    ...one,
    subject: { ...one.subject, address: "aws_iam_role_policy.app" },
  });
  expect(said(changed("no-wildcard-action", attached))).toEqual([]);
});

test("a new detail of the same subject that fails is a new finding", () => {
  const other = (one: Finding): Finding => ({ ...one, detail: "kms:*" });
  expect(said(changed("no-wildcard-action", other))).toEqual(["new no-wildcard-action kms:*"]);
});

test("what a stronger finding stood for may come to light", () => {
  const weaker = (one: Finding): Finding => ({ ...one, rule: "no-wildcard-action", detail: "*" });
  const undecided = changed("no-full-admin", (one) => ({ ...one, verdict: "undecided" }));
  const hidden = { ...undecided, findings: [...undecided.findings, ...known.findings.slice(0, 1).map(weaker)] };
  expect(said(hidden)).toEqual([]);
});

test("no exception covers a finding because something is hidden", () => {
  const suppression = { reason: "SEC-1", owner: "shop", expires: "2027-01-01" };
  const excused = changed("no-full-admin", (one) => ({ ...one, suppressed: suppression }));
  expect(said(excused)).toEqual(["excused no-full-admin *"]);
});
