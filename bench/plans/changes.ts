import { identityTypes } from "./identity-types.ts";
import type { PlanOptions } from "./layout.ts";
import { otherTypes } from "./other-types.ts";
import type { Place } from "./place.ts";
import { Random } from "./random.ts";
import type { ResourceType, Values } from "./types.ts";

/** What a plan says about one resource. */
export interface Changed {
  readonly actions: readonly string[];
  readonly before: Values | null;
  readonly after: Values | null;
  readonly unknown: Values;
  readonly type: ResourceType;
}

const types = new Map([...identityTypes, ...otherTypes].map((one) => [one.type, one]));

export function typeNamed(name: string): ResourceType {
  const type = types.get(name);
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

/** Of what changes, half is new, a third is updated, and the rest is replaced or deleted. */
export function changeOf(place: Place, options: PlanOptions): Changed {
  const type = typeNamed(place.type);
  const values = type.values(place, options.statements);
  const random = new Random(options.seed, place.index, 3);
  if (!random.chance(options.changed)) return changed(type, ["no-op"], values, values);
  const kind = random.below(20);
  if (kind < 10) return changed(type, ["create"], null, values);
  if (kind < 17) return changed(type, ["update"], { ...values, ...earlier(values) }, values);
  if (kind < 19) return changed(type, ["delete", "create"], values, values);
  return changed(type, ["delete"], values, null);
}

function changed(type: ResourceType, actions: readonly string[], before: Values | null, after: Values | null): Changed {
  if (after === null) return { actions, before, after, unknown: {}, type };
  const unknown = actions.includes("create") ? type.computed : [];
  const known = Object.entries(after).filter(([name]) => !unknown.includes(name));
  const mask = [...unknown.map((name) => [name, true] as const), ...known.flatMap(([name, one]) => nested(name, one))];
  return { actions, before, after: Object.fromEntries(known), unknown: Object.fromEntries(mask), type };
}

/** What the attributes were that are updated. */
function earlier(values: Values): Values {
  if ("tags" in values)
    return { tags: { Owner: "team-earlier@example.com" }, tags_all: { Owner: "team-earlier@example.com" } };
  return "description" in values ? { description: "earlier" } : {};
}

/** Masks name every list and map, whether something in it is masked or not. */
function nested(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  const mask = maskOf(value);
  return mask === undefined ? [] : [[name, mask]];
}

function maskOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => maskOf(item) ?? false);
  if (typeof value !== "object" || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => nested(name, item)));
}

/** The mask of what the provider marks as sensitive. */
export function sensitiveIn(type: ResourceType, values: Values | null): unknown {
  if (values === null) return false;
  const marked = (type.sensitive ?? []).filter((name) => name in values).map((name) => [name, true] as const);
  return Object.fromEntries([...Object.entries(values).flatMap(([name, value]) => nested(name, value)), ...marked]);
}
