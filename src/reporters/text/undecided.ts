import type { Finding } from "#model/finding.ts";
import { printable } from "../printable.ts";
import { waits } from "./finding.ts";
import { grouped } from "./groups.ts";
import { count, type Paint } from "./paint.ts";

const mostShown = 20;

/** What could not be decided, in one section: which check of what, and what it waits for. */
export function showUndecided(findings: readonly Finding[], paint: Paint): readonly string[] {
  if (findings.length === 0) return [];
  const groups = grouped(findings);
  const lines = groups
    .slice(0, mostShown)
    .flatMap(([first, ...others]) => [
      `   ${first.severity.toUpperCase().padEnd(8)}  ${paint("bold", printable(first.rule))}  ${printable(first.message)}`,
      `     ${printable(first.subject.address)}${others.length === 0 ? "" : ` and ${others.length} more like it`}  ${paint("dim", `${undecidedBy(first)} · id ${printable(first.id)}`)}`,
    ]);
  const more = groups.length > mostShown ? [`   and ${groups.length - mostShown} more`] : [];
  const only = findings.length === 1;
  return [
    ` ${paint("cyan", "?")} ${paint("cyan", "UNDECIDED")} ${count(findings.length, "check")} that ${only ? "neither passes nor fails before what it waits" : "neither pass nor fail before what they wait"} for is known`,
    ...lines,
    ...more,
  ];
}

/** What would decide it: the values it waits for, else what its author can do. */
function undecidedBy(finding: Finding): string {
  return finding.waitsFor.length === 0 ? printable(finding.fix) : `waits ${waits(finding)}`;
}
