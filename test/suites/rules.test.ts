import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import { allCases, checkCase, type Expected, type RuleCase } from "./rule-cases.ts";

test.each(allCases().map((one) => [`${one.rule}: ${one.name}`, one] as const))("%s", async (_, one) => {
  const report = await checkCase(one.folder);
  const judged = report.findings.filter((finding) => finding.rule === one.rule || one.alsoRules.includes(finding.rule));
  expect(pair(judged, one)).toEqual(sorted(one.findings));
});

/** What was found, reduced to what the case says something about. */
function pair(found: readonly Finding[], { findings }: RuleCase): readonly Expected[] {
  return sorted(
    found.map((finding) =>
      reduce(
        finding,
        findings.find((one) => fits(finding, one)),
      ),
    ),
  );
}

function fits(finding: Finding, one: Expected): boolean {
  const detail = one.detail === undefined || one.detail === finding.detail;
  return (
    detail && one.rule === finding.rule && one.subject === finding.subject.address && one.verdict === finding.verdict
  );
}

function reduce(finding: Finding, like: Expected | undefined): Expected {
  const { rule, verdict, severity, change, detail } = finding;
  const all = { severity, change, detail, waitsFor: finding.waitsFor, suppressed: finding.suppressed !== null };
  const base = { rule, verdict, subject: finding.subject.address };
  if (like === undefined) return { ...base, ...all, at: place(finding, undefined) };
  const wanted = Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(like, key)));
  return { ...base, ...wanted, ...(like.at !== undefined && { at: place(finding, like.at) }) };
}

/** The primary place; its pointer is shortened to as much of its end as the case gives. */
function place(finding: Finding, like: Expected["at"]): NonNullable<Expected["at"]> {
  const at = finding.evidence.find((one) => one.role === "primary")?.location;
  const address = at?.address ?? "";
  if (like === undefined) return { address, pointer: at?.pointer ?? "" };
  if (like.pointer === undefined) return { address };
  return { address, pointer: at?.pointer.endsWith(like.pointer) === true ? like.pointer : (at?.pointer ?? "") };
}

function sorted(findings: readonly Expected[]): readonly Expected[] {
  const key = ({ rule, subject, verdict, detail, at }: Expected) =>
    JSON.stringify([rule, subject, verdict, detail ?? "", at?.address ?? "", at?.pointer ?? ""]);
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
