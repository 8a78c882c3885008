import type { Claim, Evidence, StatementPart } from "#model/finding.ts";
import { either, type Truth } from "#model/truth.ts";
import type { Judgement } from "./judge.ts";
import { isStronger } from "./strength.ts";

/** Claims of one rule about the same detail of the same subject are one claim with more evidence. */
export function combine(judgements: readonly Judgement[]): readonly Judgement[] {
  return [...Map.groupBy(judgements, sameness).values()].map(merge);
}

/** Equal for judgements of one rule about the same detail of the same subject. */
export function sameness({ rule, subject, claim }: Judgement): string {
  return JSON.stringify([rule.id, subject.id, claim.detail]);
}

/** The strongest claim speaks for all; the others are only further evidence. */
function merge(alike: readonly Judgement[]): Judgement {
  const strongest = alike.reduce((best, one) => (isStronger(one, best) ? one : best));
  if (alike.length === 1) return strongest;
  const claims = [strongest, ...alike.filter((one) => one !== strongest)].map((one) => one.claim);
  const claim: Claim = {
    ...strongest.claim,
    holds: claims.reduce<Truth>((holds, one) => either(holds, one.holds), "no"),
    evidence: unique(claims.flatMap((one, i) => (i === 0 ? one.evidence : one.evidence.map(further)))),
    statements: [...new Set(claims.flatMap((one) => one.statements ?? []))],
    ...partsOf(claims),
    waits: claims.flatMap((one) => one.waits ?? []),
    needs: [...new Set(claims.flatMap((one) => one.needs ?? []))],
  };
  return { ...strongest, claim };
}

/** One claim about whole statements makes all of them whole. */
function partsOf(claims: readonly Claim[]): Pick<Claim, "parts"> {
  const parts = claims.map((one) => one.parts).filter((one) => one !== undefined);
  return parts.length === claims.length ? { parts: parts.flat() } : {};
}

function further(evidence: Evidence): Evidence {
  return evidence.role === "primary" ? { ...evidence, role: "because" } : evidence;
}

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = JSON.stringify([one.location.pointer, one.location.address, one.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Drops what a stronger finding on the same parts of the same statements of the same subject already says. */
export function absorb(judgements: readonly Judgement[]): readonly Judgement[] {
  const covered = new Map<string, Set<string>>();
  for (const { rule, subject, claim } of judgements) {
    if (claim.holds !== "yes") continue;
    for (const weaker of rule.absorbs ?? []) {
      const key = JSON.stringify([weaker, subject.id]);
      const places = covered.get(key) ?? new Set<string>();
      covered.set(key, places);
      for (const place of placesOf(claim)) places.add(place);
    }
  }
  return judgements.filter(({ rule, subject, claim }) => {
    const places = covered.get(JSON.stringify([rule.id, subject.id]));
    return places === undefined || !isCovered(claim, places);
  });
}

/** The statements that a claim stands for, or the parts of them. */
function placesOf({ statements = [], parts }: Claim): readonly string[] {
  return parts === undefined ? statements : parts.map(placeOfPart);
}

function placeOfPart({ statement, part }: StatementPart): string {
  return JSON.stringify([statement, part]);
}

/** Who stands for a whole statement stands for each part of it. */
function isCovered({ statements = [], parts }: Claim, places: ReadonlySet<string>): boolean {
  if (parts === undefined) return statements.length > 0 && statements.every((id) => places.has(id));
  return parts.length > 0 && parts.every((one) => places.has(one.statement) || places.has(placeOfPart(one)));
}
