import type { Claim, Evidence } from "#model/finding.ts";
import { either } from "#model/truth.ts";
import type { Judgement } from "./judge.ts";
import { isStronger } from "./strength.ts";

/** Claims of one rule about the same detail of the same subject are one claim with more evidence. */
export function combine(judgements: readonly Judgement[]): readonly Judgement[] {
  const combined = new Map<string, Judgement>();
  for (const judgement of judgements) {
    const key = JSON.stringify([judgement.rule.id, judgement.subject.id, judgement.claim.detail]);
    const earlier = combined.get(key);
    combined.set(key, earlier === undefined ? judgement : merge(earlier, judgement));
  }
  return [...combined.values()];
}

/** The stronger claim speaks for both; the other is only further evidence. */
function merge(first: Judgement, second: Judgement): Judgement {
  const [leads, other] = isStronger(second, first) ? [second.claim, first.claim] : [first.claim, second.claim];
  const more = other.evidence.map((one): Evidence => (one.role === "primary" ? { ...one, role: "because" } : one));
  const claim: Claim = {
    ...leads,
    holds: either(leads.holds, other.holds),
    evidence: unique([...leads.evidence, ...more]),
    statements: [...new Set([...(leads.statements ?? []), ...(other.statements ?? [])])],
    waits: [...(leads.waits ?? []), ...(other.waits ?? [])],
    needs: [...new Set([...(leads.needs ?? []), ...(other.needs ?? [])])],
  };
  return { ...first, claim };
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
