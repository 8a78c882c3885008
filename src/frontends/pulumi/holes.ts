import { type Hole, hole, type Reference } from "#model/value.ts";
import { listAt } from "../json/shape.ts";
import type { State } from "./document.ts";
import { parseUrn } from "./urn.ts";

/**
 * What a property waits for: the engine tells the resources that a whole property depends on, and not which value of it,
 * nor which attribute of theirs. Their order differs from run to run.
 */
function waitsFor(state: State, property: string): readonly Reference[] {
  const urns = listAt(state.value, "propertyDependencies", property).filter((one) => typeof one === "string");
  const distinct = [...new Set(urns)].sort();
  return distinct.map((urn) => referenceTo(urn, distinct.length === 1 ? "exact" : "set"));
}

/** A resource as programs name it: by its logical name. */
export function referenceTo(urn: string, certainty: Reference["certainty"]): Reference {
  return { expression: parseUrn(urn)?.name ?? urn, targets: [urn], certainty };
}

export function computed(state: State, property: string): Hole {
  return hole("computed-at-apply", waitsFor(state, property));
}

export function secret(state: State, property: string): Hole {
  return hole("sensitive", waitsFor(state, property));
}
