import type { Claim, Evidence } from "#model/finding.ts";
import { either } from "#model/truth.ts";
import type { Judgement } from "./judge.ts";

/** Claims of one rule about the same detail of the same subject are one claim with more evidence. */
export function combine(judgements: readonly Judgement[]): readonly Judgement[] {
  const combined = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const key = JSON.stringify([judgement.rule.id, judgement.subject.id, judgement.claim.detail]);
    const earlier = combined.get(key);
    combined.set(
      key,
      earlier === undefined ? judgement : { ...judgement, claim: merge(earlier.claim, judgement.claim) },
    );
  }
  return [...combined.values()];
}

/** What surely holds speaks for both; what was undecided is then only further evidence. */
function merge(first: Claim, second: Claim): Claim {
  const leads = first.holds === "yes" || second.holds !== "yes" ? first : second;
  const other = leads === first ? second : first;
  const more = other.evidence.map((one): Evidence => (one.role === "primary" ? { ...one, role: "because" } : one));
  const statements = [...new Set([...(leads.statements ?? []), ...(other.statements ?? [])])];
  const waits = [...(leads.waits ?? []), ...(other.waits ?? [])];
  const needs = [...new Set([...(leads.needs ?? []), ...(other.needs ?? [])])];
  return {
    ...leads,
    holds: either(first.holds, second.holds),
    evidence: unique([...leads.evidence, ...more]),
    statements,
    waits,
    needs,
  };
}

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = JSON.stringify([one.location.pointer, one.location.address, one.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Drops what a stronger finding on the same statements of the same subject already says. */
export function absorb(judgements: readonly Judgement[]): readonly Judgement[] {
  const covered = new Map<string, Set<string>>();
  for (const { rule, subject, claim } of judgements) {
    if (claim.holds !== "yes") continue;
    for (const weaker of rule.absorbs ?? []) {
      const key = JSON.stringify([weaker, subject.id]);
      covered.set(key, new Set([...(covered.get(key) ?? []), ...(claim.statements ?? [])]));
    }
  }
  return judgements.filter(({ rule, subject, claim }) => {
    const statements = covered.get(JSON.stringify([rule.id, subject.id]));
    const own = claim.statements ?? [];
    return statements === undefined || own.length === 0 || !own.every((id) => statements.has(id));
  });
}
