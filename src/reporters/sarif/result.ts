import type { Evidence, Finding } from "#model/finding.ts";
import type { Origin } from "#model/location.ts";
import { primaryOf } from "../text/location.ts";
import { levels } from "./level.ts";
import { locationOf } from "./location.ts";
import { messageText, sentence } from "./message.ts";
import type { Uris } from "./uri.ts";

/** More places of one result GitHub does not show, and more reasons nobody reads. */
const mostRelated = 99;
const mostSteps = 1000;
const mostReasons = 6;

/** Where a result belongs among the others: its rule, and how often its fingerprint was there before. */
export interface Rank {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly occurrence: number;
}

/** A finding as a result. */
export function resultOf(finding: Finding, { ruleId, ruleIndex, occurrence }: Rank, uris: Uris) {
  const { id, subject, change, blocks, confidence, severity, detail, waitsFor } = finding;
  const primary = primaryOf(finding);
  const fallback = { document: primary?.location.document ?? uris.first, pointer: "" };
  const related = finding.evidence.filter((one) => one.role !== "path" && isElsewhere(one, primary));
  return {
    ruleId,
    ruleIndex,
    ...kindOf(finding),
    message: { text: messageText(textOf(finding, primary, related.length)) },
    locations: [locationOf(primary?.location ?? fallback, uris)],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.slice(0, mostRelated).map((one, i) => placeOf(one, i + 1, uris)) }),
    ...flowOf(finding, uris),
    // GitHub tells alerts apart by the first alone; the number is its own form, for equal ones.
    partialFingerprints: { primaryLocationLineHash: `${id}:${occurrence}`, "rolecallFinding/v1": id },
    suppressions: suppressionsOf(finding),
    properties: { severity, confidence, change, blocks, detail, subject, waitsFor },
  };
}

/** What nobody can decide yet is to be reviewed. One that blocks nevertheless is as grave as it is. */
function kindOf({ verdict, blocks, severity }: Finding) {
  return verdict === "undecided" && !blocks
    ? { kind: "review", level: "none" }
    : { kind: "fail", level: levels[severity] };
}

function textOf(finding: Finding, primary: Evidence | undefined, related: number): string {
  const { message, subject, fix, waitsFor, verdict, evidence } = finding;
  const { address: at, origin } = primary?.location ?? {};
  const place = at === undefined || at === subject.address ? subject.address : `${subject.address}, by ${at}`;
  const reasons = evidence.filter((one) => one.role !== "path" && one.message !== "" && !message.endsWith(one.message));
  const lines = [
    verdict === "undecided" ? `Undecided: ${sentence(message)}` : sentence(message),
    `Where: ${place}`,
    ...(origin === undefined ? [] : [`Construct: ${origin.construct}${madeBy[origin.madeBy]}`]),
    ...reasons.slice(0, mostReasons).map((one) => `Why: ${one.message}`),
    ...(waitsFor.length === 0 ? [] : [`Waits for: ${waitsFor.join(", ")}`]),
    `Fix: ${fix}`,
    ...(related > mostRelated ? [`${related - mostRelated} further places are not shown.`] : []),
  ];
  return lines.join("\n");
}

const madeBy: Readonly<Record<Origin["madeBy"], string>> = {
  program: "",
  library: ", made by a library",
  untraced: "",
};

function isElsewhere({ location }: Evidence, primary: Evidence | undefined): boolean {
  return location.document !== primary?.location.document || location.pointer !== primary.location.pointer;
}

function placeOf(evidence: Evidence, id: number, uris: Uris) {
  return { id, ...stepOf(evidence, uris) };
}

function stepOf({ location, message }: Evidence, uris: Uris) {
  const place = locationOf(location, uris);
  return message === "" ? place : { ...place, message: { text: messageText(message) } };
}

/** The way that an attacker would take, as a flow. */
function flowOf({ evidence }: Finding, uris: Uris) {
  const steps = evidence.filter((one) => one.role === "path").slice(0, mostSteps);
  if (steps.length === 0) return {};
  return { codeFlows: [{ threadFlows: [{ locations: steps.map((one) => ({ location: stepOf(one, uris) })) }] }] };
}

function suppressionsOf({ suppressed }: Finding) {
  if (suppressed === null) return [];
  const { reason, owner, expires } = suppressed;
  return [{ kind: "external", status: "accepted", justification: `${reason} (${owner}, until ${expires})` }];
}
