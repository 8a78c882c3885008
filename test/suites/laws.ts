import type { Finding } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { rules } from "#rules/index.generated.ts";

/** What hiding a value broke: a finding that is gone, or one that was not there. */
export interface Breach {
  readonly law: "gone" | "new" | "excused";
  readonly rule: string;
  readonly subject: string;
  readonly detail: string;
}

/** What a report says less, or more, than it may when a value is hidden from it: the laws stand in unknowns.test.ts. */
export function breaches(known: Report, hidden: Report): readonly Breach[] {
  const before = judged(known);
  const after = judged(hidden);
  return [
    ...before.filter(fails).flatMap((one) => lost(one, before, after)),
    ...after.filter(fails).flatMap((one) => made(one, before, after)),
  ];
}

function lost(finding: Finding, before: readonly Finding[], after: readonly Finding[]): readonly Breach[] {
  const others = new Set(before.filter((one) => fails(one) && !same(one, finding)).map(keyOf));
  const left = after.filter(
    (one) => same(one, finding) || (succeeds(one, finding) && !(fails(one) && others.has(keyOf(one)))),
  );
  if (left.length === 0) return [breach("gone", finding)];
  return finding.suppressed === null && left.every((one) => one.suppressed !== null)
    ? [breach("excused", finding)]
    : [];
}

function made(finding: Finding, before: readonly Finding[], after: readonly Finding[]): readonly Breach[] {
  if (before.some((one) => fails(one) && same(one, finding))) return [];
  const moved = before.some(
    (one) => fails(one) && succeeds(finding, one) && one.subject.address !== finding.subject.address,
  );
  return moved || absorbed(finding, before, after) ? [] : [breach("new", finding)];
}

/** A stronger rule's finding stood for it, and is not certain any more, or not by the same statement. */
function absorbed(finding: Finding, before: readonly Finding[], after: readonly Finding[]): boolean {
  const stronger = new Set(rules.filter((one) => one.absorbs?.includes(finding.rule)).map((one) => one.id));
  const stood = before.filter(
    (one) => fails(one) && stronger.has(one.rule) && placesOf(one).has(finding.subject.address),
  );
  return stood.some((one) => !after.some((now) => fails(now) && same(now, one)) || onSameStatement(one, finding));
}

function onSameStatement(one: Finding, other: Finding): boolean {
  const [first] = other.evidence;
  return one.evidence.some(({ location }) => location.pointer === first?.location.pointer);
}

function judged({ findings }: Report): readonly Finding[] {
  return findings.filter((one) => one.rule !== "no-undecided-check");
}

function fails(finding: Finding): boolean {
  return finding.verdict === "fails";
}

function keyOf({ rule, subject, detail }: Finding): string {
  return JSON.stringify([rule, subject.address, detail]);
}

function same(one: Finding, other: Finding): boolean {
  return keyOf(one) === keyOf(other);
}

/** Whether a finding says what another one said: of its subject, or of a resource that it stood on, such as the attachment. */
function succeeds(finding: Finding, earlier: Finding): boolean {
  return finding.rule === earlier.rule && placesOf(earlier).has(finding.subject.address);
}

function placesOf({ subject, evidence }: Finding): ReadonlySet<string> {
  return new Set([subject.address, ...evidence.map((one) => one.location.address).filter((one) => one !== undefined)]);
}

function breach(law: Breach["law"], { rule, subject, detail }: Finding): Breach {
  return { law, rule, subject: subject.address, detail };
}
