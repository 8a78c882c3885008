import { type Text, wholeText } from "#model/text.ts";
import { follow, textOf } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";
import { attribute, type Resource } from "./resource.ts";
import type { ThingKind } from "./things.ts";
import type { World } from "./world.ts";

/** Resources of one type that name the same thing by the same attributes; `unread` when others may do so, too. */
export interface Tied {
  readonly resources: readonly Resource[];
  readonly unread?: Hole;
}

interface Index {
  readonly byKey: ReadonlyMap<string, readonly Resource[]>;
  readonly unread?: Hole;
}

const indexes = new WeakMap<World, Map<string, Index>>();

/** The resources of a type that say the same in these attributes: the integrations of a method, which has no id of its own. */
export function tiedTo(world: World, typeKey: string, attributes: readonly string[], to: Resource): Tied {
  const index = indexOf(world, typeKey, attributes);
  const key = keyOf(to, attributes, world);
  const resources = typeof key === "string" ? (index.byKey.get(key) ?? []) : [];
  const unread = typeof key === "string" ? index.unread : key;
  const tied = { resources, ...(unread !== undefined && { unread }) };
  world.asked((other) => isSame(tiedTo(other, typeKey, attributes, to), tied));
  return tied;
}

function isSame(one: Tied, other: Tied): boolean {
  const [some, others] = [one.resources, other.resources];
  return (
    one.unread === other.unread &&
    some.length === others.length &&
    some.every(({ values }, i) => values === others[i]?.values)
  );
}

function indexOf(world: World, typeKey: string, attributes: readonly string[]): Index {
  return cached(world, [typeKey, ...attributes].join(" "), () => makeIndex(world, typeKey, attributes));
}

function cached(world: World, name: string, make: () => Index): Index {
  const ofWorld = indexes.get(world) ?? new Map<string, Index>();
  indexes.set(world, ofWorld);
  const index = ofWorld.get(name) ?? make();
  ofWorld.set(name, index);
  return index;
}

function makeIndex(world: World, typeKey: string, attributes: readonly string[]): Index {
  const byKey = new Map<string, Resource[]>();
  let unread: Hole | undefined;
  for (const resource of world.resources) {
    if (resource.typeKey !== typeKey) continue;
    const key = keyOf(resource, attributes, world);
    if (typeof key !== "string") unread ??= key;
    else byKey.set(key, [...(byKey.get(key) ?? []), resource]);
  }
  return { byKey, ...(unread !== undefined && { unread }) };
}

/** What stands in the attributes; a hole when nobody can tell what it will be. */
function keyOf(resource: Resource, attributes: readonly string[], world: World): string | Hole {
  const parts: string[] = [];
  for (const name of attributes) {
    const part = settled(attribute(resource, name) ?? [], world);
    if (typeof part !== "string") return part;
    parts.push(part);
  }
  return JSON.stringify(parts);
}

/** How often a reference may lead to another one before we stop following. */
const maxSteps = 8;

/** Ids differ from each other while nobody knows them; any other value may come out the same. */
const isId = /(^|_)id$/;

/** A known value, or the one id that it will be. */
function settled(text: Text, world: World, steps = 0): string | Hole {
  const value = wholeText(text);
  if (value.known) return `= ${value.value}`;
  const [ref, ...others] = value.hole.refs;
  const [address] = ref?.targets ?? [];
  const isOne = others.length === 0 && ref?.targets.length === 1 && ref.certainty !== "set" && text.length === 1;
  if (ref?.attribute === undefined || address === undefined || !isOne) return value.hole;
  const target = world.target(ref);
  const further = target === undefined ? undefined : textOf(follow(target.values, ref.attribute));
  if (further === undefined || further.some(isUnset) || steps > maxSteps)
    return isId.test(ref.attribute) ? `at ${address} ${ref.attribute}` : value.hole;
  return settled(further, world, steps + 1);
}

/** What nobody wrote is made up when the resource is made, and stands for itself. */
function isUnset(part: string | Hole): boolean {
  return typeof part !== "string" && part.unset;
}

/** The resources of a type that name a thing by an attribute: by reference, by ARN or by one of its names. */
export function tiedToThing(
  world: World,
  typeKey: string,
  how: { readonly of: string; readonly kind: ThingKind },
  to: Resource,
): Tied {
  const index = cached(world, `${typeKey} of ${how.of}`, () => thingIndex(world, typeKey, how));
  const resources = index.byKey.get(to.change.address) ?? [];
  const tied = { resources, ...(index.unread !== undefined && { unread: index.unread }) };
  world.asked((other) => isSame(tiedToThing(other, typeKey, how, to), tied));
  return tied;
}

function thingIndex(
  world: World,
  typeKey: string,
  { of, kind }: { readonly of: string; readonly kind: ThingKind },
): Index {
  const byKey = new Map<string, Resource[]>();
  let unread: Hole | undefined;
  for (const resource of world.resources) {
    if (resource.typeKey !== typeKey) continue;
    const link = world.link(attribute(resource, of) ?? [], [kind], resource);
    if (link.kind === "unknown") unread ??= link.hole;
    if (link.kind !== "thing") continue;
    const { address } = link.thing.resource.change;
    byKey.set(address, [...(byKey.get(address) ?? []), resource]);
  }
  return { byKey, ...(unread !== undefined && { unread }) };
}
