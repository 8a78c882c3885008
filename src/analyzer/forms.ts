import { coverAll, type Form } from "#model/choice.ts";
import { type Claim, severities } from "#model/finding.ts";
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
  const certain = new Map<string, number>();
  for (const [key, alike] of Map.groupBy(judgements, sameness))
    if (holdsInAll(alike, forms)) certain.set(key, mildest(alike, forms));
  return judgements.map((one) => {
    const form = formOf(one, forms);
    if (form === undefined) return one;
    const most = certain.get(sameness(one));
    return { ...one, claim: most === undefined ? inOneForm(one.claim, form) : noWorse(one, most) };
  });
}

/** How bad it is at least, whatever is chosen: as in the form where it is least so. */
function mildest(alike: readonly Judgement[], forms: ReadonlyMap<string, Form>): number {
  const all = alike.flatMap((one) => {
    const form = one.claim.holds === "yes" ? formOf(one, forms) : undefined;
    return form === undefined ? [] : [{ form, rank: rankOf(one) }];
  });
  const choices = [...Map.groupBy(all, ({ form }) => form.choice).values()];
  const whole = choices.filter((some) => coverAll(some.map(({ form }) => form)));
  return Math.min(...whole.map(mildestOfOne));
}

function mildestOfOne(some: readonly { readonly form: Form; readonly rank: number }[]): number {
  const byForm = [...Map.groupBy(some, ({ form }) => form.form).values()];
  return Math.max(...byForm.map((ranks) => Math.min(...ranks.map(({ rank }) => rank))));
}

/** The place of its severity, from the worst. */
function rankOf({ rule, claim }: Judgement): number {
  return severities.indexOf(claim.severity ?? rule.severity);
}

function noWorse(one: Judgement, most: number): Claim {
  const severity = severities[most];
  return severity === undefined || rankOf(one) >= most ? one.claim : { ...one.claim, severity };
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
