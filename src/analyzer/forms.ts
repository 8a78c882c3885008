import { coverAll, type Form } from "#model/choice.ts";
import type { Claim } from "#model/finding.ts";
import type { AccessGraph } from "#model/graph.ts";
import { sameness } from "./combine.ts";
import type { Judgement } from "./judge.ts";

/**
 * What holds in one form of a statement, and not surely in the others, is undecided: it waits for what tells which form is deployed. What holds in every form of
 * one choice holds.
 */
export function overForms(judgements: readonly Judgement[], graph: AccessGraph): readonly Judgement[] {
  const forms = formsIn(graph);
  if (forms.size === 0 && judgements.every(({ form }) => form === undefined)) return judgements;
  const certain = new Set<string>();
  for (const [key, alike] of Map.groupBy(judgements, sameness)) if (holdsInAll(alike, forms)) certain.add(key);
  return judgements.map((one) => {
    const form = certain.has(sameness(one)) ? undefined : formOf(one, forms);
    return form === undefined ? one : { ...one, claim: inOneForm(one.claim, form) };
  });
}

function formsIn({ policies, trust, grants }: AccessGraph): ReadonlyMap<string, Form> {
  const given = grants.flatMap(({ attachment, statement }) => (attachment?.form === undefined ? [] : [statement]));
  const statements = [...policies.flatMap((policy) => policy.statements), ...trust, ...given];
  return new Map(statements.flatMap(({ id, form }) => (form === undefined ? [] : [[id, form] as const])));
}

/** The form that a claim stands on. One that also stands on what is there in any form does not depend on it. */
function formOf({ claim: { statements = [] }, form }: Judgement, forms: ReadonlyMap<string, Form>): Form | undefined {
  const found = statements.map((id) => forms.get(id));
  return found.includes(undefined) ? form : (found[0] ?? form);
}

/** Whether some choice has no form in which none of the claims holds. */
function holdsInAll(alike: readonly Judgement[], forms: ReadonlyMap<string, Form>): boolean {
  return coverAll(alike.flatMap((one) => (one.claim.holds === "yes" ? (formOf(one, forms) ?? []) : [])));
}

function inOneForm(claim: Claim, { hole }: Form): Claim {
  const names = hole.refs.map(({ expression }) => expression).join(", ");
  return {
    ...claim,
    holds: "unknown",
    message: claim.holds === "yes" ? `${claim.message}, depending on ${names}` : claim.message,
    waits: [...(claim.waits ?? []), hole],
  };
}
