import type { Finding } from "#model/finding.ts";
import { printable } from "../printable.ts";
import { definition, type Group, grouped } from "./groups.ts";
import { primaryOf, showOwn } from "./location.ts";
import { count, type Paint } from "./paint.ts";

const mostShown = 20;

/** What could not be decided, in one section: which checks of what, and what they wait for. */
export function showUndecided(findings: readonly Finding[], paint: Paint): readonly string[] {
  if (findings.length === 0) return [];
  const entries = entriesOf(findings);
  const more = entries.length > mostShown ? [`   and ${entries.length - mostShown} more`] : [];
  const only = findings.length === 1;
  return [
    ` ${paint("cyan", "?")} ${paint("cyan", "UNDECIDED")} ${count(findings.length, "check")} that ${only ? "neither passes nor fails before what it waits" : "neither pass nor fail before what they wait"} for is known`,
    ...entries.slice(0, mostShown).flatMap((entry) => showEntry(entry, paint)),
    ...more,
  ];
}

/** Checks of one subject, with its other instances, that wait for the same first of all: one value that nobody knows leaves many a rule undecided. */
function entriesOf(findings: readonly Finding[]): readonly Group[] {
  const entries = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, [finding]);
    else entry.push(finding);
  }
  return [...entries.values()];
}

/** What waits for nothing that can be named is told by its own fix, and so alone. */
function keyOf({ subject, waitsFor: [first], fix }: Finding): string {
  const waits = first === undefined ? ["fix", fix] : ["waits", definition(first)];
  return JSON.stringify([subject.type, definition(subject.address), ...waits]);
}

function showEntry(entry: Group, paint: Paint): readonly string[] {
  const [first] = entry;
  const addresses = new Set(entry.map((one) => one.subject.address)).size;
  const like = addresses === 1 ? "" : ` and ${addresses - 1} more like it`;
  return [
    `   ${first.severity.toUpperCase().padEnd(8)}  ${checks(entry, paint)}`,
    `     ${printable(first.subject.address)}${madeAt(first)}${like}  ${paint("dim", decidedBy(entry))}`,
  ];
}

/** The line of the author's program that made it, where there is one. */
function madeAt(finding: Finding): string {
  const origin = primaryOf(finding)?.location.origin;
  return origin?.file === undefined ? "" : ` at ${showOwn(origin)}`;
}

/** A check with what it says; several by their names. */
function checks(entry: Group, paint: Paint): string {
  const groups = grouped(entry);
  const [first] = entry;
  if (groups.length === 1) return `${paint("bold", printable(first.rule))}  ${printable(first.message)}`;
  const byRule = Map.groupBy(groups, ([one]) => one.rule);
  const names = [...byRule].map(
    ([rule, { length }]) => `${paint("bold", printable(rule))}${length === 1 ? "" : ` (${length})`}`,
  );
  return names.join(", ");
}

/** What would decide it: the values that it waits for, in its first instance, else what its author can do. One id would not stand for several checks. */
function decidedBy(entry: Group): string {
  const [first] = entry;
  const ofFirst = entry.filter((one) => one.subject.address === first.subject.address);
  const values = new Set(ofFirst.flatMap((one) => one.waitsFor));
  const by = values.size === 0 ? printable(first.fix) : `waits for ${[...values].map(printable).join(", ")}`;
  return grouped(entry).length === 1 ? `${by} · id ${printable(first.id)}` : by;
}
