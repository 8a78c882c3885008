import { severities } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { printable } from "../printable.ts";
import { count, type Paint } from "./paint.ts";
import type { Sections } from "./sections.ts";

/** How this deployment changes the set of identities; nothing when it does not. */
export function showIdentityChanges({ summary }: Report): readonly string[] {
  const { added, changed, removed } = summary.identityChanges;
  if (added + changed + removed === 0) return [];
  return [`Identities  +${added} new  ~${changed} changed  −${removed} removed`];
}

/** The last line: what it comes to, and the counts. */
export function showVerdict(report: Report, sections: Sections, paint: Paint): string {
  const counts = [
    ...counted(sections.warnings.length, "warning"),
    ...counted(report.summary.undecided, "undecided", "undecided"),
    ...counted(sections.suppressed.length, "suppressed", "suppressed"),
    ...counted(sections.existing.length, "existing", "existing"),
  ];
  return [outcome(report, sections, paint), ...counts].join(" · ");
}

function outcome(report: Report, sections: Sections, paint: Paint): string {
  const blocking = `${sections.blocking.length} blocking${bySeverity(sections)}`;
  if (report.summary.verdict === "incomplete")
    return `${paint("red", `! incomplete${codes(report)}: nothing can be passed`)} · ${blocking}`;
  if (report.summary.verdict === "fail") return paint("red", `✖ ${blocking}`);
  const resources = count(
    report.inputs.reduce((sum, one) => sum + one.resources, 0),
    "resource",
  );
  if (report.identities.length === 0 && report.findings.length === 0)
    return paint("green", `✔ nothing to judge: no identity in ${resources}`);
  return paint(
    "green",
    `✔ nothing blocks: ${count(report.summary.identities, "identity", "identities")} in ${resources}`,
  );
}

function bySeverity({ blocking }: Sections): string {
  const parts = severities.flatMap((severity) => {
    const number = blocking.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function codes(report: Report): string {
  const all = [
    ...new Set(report.notices.filter((one) => one.level === "incomplete").map((one) => printable(one.code))),
  ];
  return all.length === 0 ? "" : ` (${all.join(", ")})`;
}

function counted(number: number, one: string, many?: string): readonly string[] {
  return number === 0 ? [] : [count(number, one, many)];
}
