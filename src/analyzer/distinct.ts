import type { Finding } from "#model/finding.ts";
import { findingId } from "./fingerprint.ts";
import type { Judged } from "./report.ts";

/**
 * The findings of a run. Where inputs say the same of subjects that share a key (a name in an account that nobody told), each id is made of the input as
 * well: an exception for one is none for the other.
 */
export function distinct(judged: readonly Judged[]): readonly Finding[] {
  if (judged.length < 2) return judged.flatMap((one) => one.findings);
  const inputs = new Map<string, Set<Judged>>();
  for (const one of judged) for (const { id } of one.findings) inputs.set(id, (inputs.get(id) ?? new Set()).add(one));
  return judged.flatMap(({ plan, findings }) =>
    findings.map((one) =>
      (inputs.get(one.id)?.size ?? 0) < 2 ? one : { ...one, id: findingId(one.rule, one.id, plan.document) },
    ),
  );
}
