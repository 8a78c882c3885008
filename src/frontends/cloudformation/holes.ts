import { type Hole, hole, type Reference, type UnknownReason } from "#model/value.ts";

/** A hole that waits for something which is no resource of the template. */
export function waitsFor(expression: string, reason: UnknownReason = "deploy-time-parameter"): Hole {
  return hole(reason, [unresolved(expression)]);
}

function unresolved(expression: string): Reference {
  return { expression, targets: [], certainty: "unresolved" };
}

/** A hole for what a function makes of things that are not known. */
export function madeOf(name: string, parts: readonly Hole[]): Hole {
  const refs = parts
    .flatMap((one) => one.refs)
    .map((ref) => ({ ...ref, targets: [], certainty: "unresolved" as const }));
  return hole("unresolved-reference", refs.length === 0 ? [unresolved(name)] : distinct(refs));
}

function distinct(refs: readonly Reference[]): readonly Reference[] {
  return [...new Map(refs.map((ref) => [`${ref.expression} ${ref.attribute}`, ref])).values()];
}
