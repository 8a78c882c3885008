import { isRecord } from "#model/json-tree.ts";
import { type Hole, hole, type Reference } from "#model/value.ts";
import { at, listAt } from "../json/shape.ts";
import type { State } from "./document.ts";
import { specialIn, unknownString } from "./special.ts";
import { parseUrn } from "./urn.ts";

const known = new WeakMap<State, Map<string, readonly Reference[]>>();

/** What a property waits for; all that is not known in it waits for the same. */
function waitsFor(state: State, property: string): readonly Reference[] {
  const ofState = known.get(state) ?? new Map<string, readonly Reference[]>();
  known.set(state, ofState);
  const found = ofState.get(property) ?? referencesOf(state, property);
  ofState.set(property, found);
  return found;
}

/**
 * The engine tells the resources that a whole property depends on, and not which value of it, nor which attribute of
 * theirs; what functions answer is not among them. So it is certain only where one value waits for one resource. Their
 * order differs from run to run.
 */
function referencesOf({ value }: State, property: string): readonly Reference[] {
  const urns = listAt(value, "propertyDependencies", property).filter((one) => typeof one === "string");
  const distinct = [...new Set(urns)].sort();
  const isOne = distinct.length === 1 && holesIn(at(value, "inputs", property)) === 1;
  return distinct.map((urn) => referenceTo(urn, isOne ? "exact" : "set"));
}

/** How many values in a value nobody knows. */
function holesIn(value: unknown): number {
  const special = specialIn(value);
  if (special !== undefined) return "inside" in special && special.inside !== undefined ? holesIn(special.inside) : 1;
  if (typeof value === "string") return value.split(unknownString).length - 1;
  const items = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  return items.reduce<number>((sum, item) => sum + holesIn(item), 0);
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
