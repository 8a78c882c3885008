import { type Finding, type Severity, severities } from "#model/finding.ts";

/** The findings of a report by how they are told to a reader. */
export interface Sections {
  readonly blocking: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly undecided: readonly Finding[];
  /** Were there before, untouched by this change, and do not block. */
  readonly existing: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

export function sectionsOf(findings: readonly Finding[]): Sections {
  const counted = findings.filter((one) => one.suppressed === null);
  const open = counted.filter((one) => !one.blocks);
  return {
    blocking: counted.filter((one) => one.blocks),
    warnings: open.filter((one) => one.verdict === "fails" && one.change !== "unchanged"),
    undecided: open.filter((one) => one.verdict === "undecided" && !isSummary(one)),
    existing: open.filter((one) => one.verdict === "fails" && one.change === "unchanged"),
    suppressed: findings.filter((one) => one.suppressed !== null),
  };
}

/** What the analyzer says about undecided findings of a document: the section of undecided ones says it in full. */
function isSummary(finding: Finding): boolean {
  return finding.subject.kind === "document";
}

/** Whether a finding is serious enough to be shown. What blocks always is: an exit code without a reason helps nobody. */
export function isShown(finding: Finding, least: Severity): boolean {
  return finding.blocks || severities.indexOf(finding.severity) <= severities.indexOf(least);
}
