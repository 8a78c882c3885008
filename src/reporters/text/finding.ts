import type { Evidence, Finding } from "#model/finding.ts";
import { printable } from "../printable.ts";
import type { Group } from "./groups.ts";
import { primaryOf, showLocation, showOrigin, showSubject } from "./location.ts";
import { type Paint, severityStyle } from "./paint.ts";

/** Where `blocks` and `warns` stand, if the message leaves room. */
const effectColumn = 96;

const mostInstances = 8;
const mostReasons = 6;

/** One finding, or one definition with its instances. */
export function showGroup(group: Group, paint: Paint): readonly string[] {
  const [first, ...others] = group;
  return [
    headline(first, others.length, paint),
    `   ${showSubject(first)}`,
    ...places(first).map((line) => labelled("at", line, paint)),
    ...origins(first).map((line) => labelled("where", line, paint)),
    ...reasons(first).map((line) => labelled("why", line, paint)),
    ...paths(first).map((line) => labelled("path", line, paint)),
    ...(first.waitsFor.length > 0 ? [labelled("waits", waits(first), paint)] : []),
    labelled("fix", printable(first.fix), paint),
    labelled("id", idLine(first), paint),
    ...instances(first, others, paint),
  ];
}

function headline(finding: Finding, others: number, paint: Paint): string {
  const symbol = finding.blocks
    ? paint("red", "✖")
    : finding.verdict === "undecided"
      ? paint("cyan", "?")
      : paint("yellow", "▲");
  const severity = finding.severity.toUpperCase().padEnd(8);
  const message = `${printable(finding.message)}${others === 0 ? "" : ` (and ${others} more like it)`}`;
  const room = effectColumn - " ✖ CRITICAL  ".length - finding.rule.length - 2;
  const effect = finding.blocks ? paint("red", "blocks") : "warns";
  return ` ${symbol} ${paint(severityStyle[finding.severity], severity)}  ${paint("bold", printable(finding.rule))}  ${message.padEnd(room)}  ${effect}`;
}

function labelled(label: string, text: string, paint: Paint): string {
  return `   ${paint("dim", label.padEnd(5))} ${text}`;
}

function places(finding: Finding): readonly string[] {
  const at = primaryOf(finding);
  return at === undefined ? [] : [showLocation(at.location)];
}

/** What of a program made it. */
function origins(finding: Finding): readonly string[] {
  const origin = primaryOf(finding)?.location.origin;
  return origin === undefined ? [] : [showOrigin(origin)];
}

/** What the claim stands on; not again what the headline says already. */
function reasons(finding: Finding): readonly string[] {
  const primary = primaryOf(finding);
  const told = finding.evidence.filter(
    (one) => one.role !== "path" && one.message !== "" && !finding.message.endsWith(one.message),
  );
  const lines = told.slice(0, mostReasons).map((one) => reason(one, primary));
  return told.length > mostReasons ? [...lines, `and ${told.length - mostReasons} more`] : lines;
}

function reason(evidence: Evidence, primary: Evidence | undefined): string {
  const message = printable(evidence.message);
  const { address } = evidence.location;
  const elsewhere = evidence !== primary && address !== primary?.location.address;
  return elsewhere
    ? `${message}  (${address === undefined ? showLocation(evidence.location) : printable(address)})`
    : message;
}

function paths(finding: Finding): readonly string[] {
  const steps = finding.evidence.filter((one) => one.role === "path").map((one) => printable(one.message));
  return steps.length === 0 ? [] : [steps.join(" → ")];
}

function waits(finding: Finding): string {
  return `for ${finding.waitsFor.map(printable).join(", ")}`;
}

/** Where an instance stands that another line of the app made, or that is of another document: the stacks of an app may use the same ids. */
function elsewhere(one: Finding, first: Finding): string {
  const location = primaryOf(one)?.location;
  if (location?.origin?.file !== undefined) return ` at ${showOrigin(location.origin)}`;
  const isHere = location === undefined || location.document === primaryOf(first)?.location.document;
  return isHere ? "" : ` at ${showLocation(location)}`;
}

function idLine({ id, change, rule }: Finding): string {
  const how =
    change === "widened" ? " · this change widened it" : change === "unchanged" ? " · it was there before" : "";
  return `${printable(id)}${how} · rolecall explain ${printable(rule)}`;
}

function instances(first: Finding, others: readonly Finding[], paint: Paint): readonly string[] {
  const shown = others
    .slice(0, mostInstances)
    .map((one) => `${printable(one.subject.address)}${elsewhere(one, first)}  ${paint("dim", printable(one.id))}`);
  const lines = others.length > mostInstances ? [...shown, `and ${others.length - mostInstances} more`] : shown;
  return lines.map((line, i) => (i === 0 ? labelled("also", line, paint) : `         ${line}`));
}
