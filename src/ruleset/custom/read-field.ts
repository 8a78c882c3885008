import type { DocumentHole } from "#model/graph-document.ts";
import type { Field } from "./field.ts";
import { isHole, isJson, isText, type Json, leafOf, type Values, wholeHole } from "./leaf.ts";
import { type Links, referredBy } from "./links.ts";

/** A value on the way, with the key that it stands under and the thing that it is a part of. */
interface Spot {
  readonly value: unknown;
  readonly key: string;
  readonly within: Json | undefined;
  readonly anyCase: boolean;
}

interface Reached {
  readonly spots: readonly Spot[];
  readonly more: readonly DocumentHole[];
}

/** What the cloud compares without letter case: actions, and the operators and keys of conditions. */
const caseless = new Set(["actions", "key", "operator"]);

/** Keys under which an answer of three stands: `unknown` there is no word. */
const truths = new Set(["machine", "blocks", "active", "holds", "spelledOut"]);

/** Lists and maps of which a part may be unread, with the key beside them that says so. */
const unreadBeside: ReadonlyMap<string, string> = new Map([
  ["conditions", "unread"],
  ["statements", "unread"],
  ["trust", "trustUnread"],
  ["tags", "tagsUnread"],
  ["leadsTo", "leadsToUnread"],
]);

/** The values that a field of a thing leads to. Ids lead on to what they name; what is not known stays unknown, whatever part of it is asked for. */
export function readField(thing: unknown, field: Field, links: Links): Values {
  let reached: Reached = { spots: [{ value: thing, key: "", within: undefined, anyCase: false }], more: [] };
  for (const step of field.steps) {
    const next = reached.spots.map((spot) => (step.kind === "each" ? each(spot) : under(spot, step.key, links)));
    reached = {
      spots: next.flatMap((one) => one.spots),
      more: [...reached.more, ...next.flatMap((one) => one.more)],
    };
  }
  return {
    leaves: reached.spots.flatMap((spot) => leafOf(spot.value, spot.anyCase)),
    more: [...reached.more, ...reached.spots.flatMap(unreadPart)],
    many: field.many,
  };
}

const nothing: Reached = { spots: [], more: [] };

function under(spot: Spot, key: string, links: Links): Reached {
  const { value } = spot;
  if (isHole(value)) return { spots: [spot], more: [] };
  const kind = referredBy(spot.key);
  if (kind !== undefined && typeof value === "string") {
    const found = links.find(kind, value);
    return found === undefined ? only(spot, unresolved(value)) : inThing(spot, found, key, links);
  }
  return isJson(value) && !isText(value) ? inThing(spot, value, key, links) : nothing;
}

function inThing(spot: Spot, thing: Json, key: string, links: Links): Reached {
  const related = Object.hasOwn(thing, key) ? undefined : links.related(thing, key);
  if (related !== undefined)
    return { spots: [{ value: related.items, key, within: thing, anyCase: false }], more: related.more };
  const hidden = hiddenHole(spot, thing, key);
  if (hidden !== undefined) return only(spot, hidden);
  if (!Object.hasOwn(thing, key)) return nothing;
  const value = thing[key] === null ? nobody(thing, key) : thing[key];
  return { spots: [{ value, key, within: thing, anyCase: spot.anyCase || caseless.has(key) }], more: [] };
}

function only(spot: Spot, hole: DocumentHole): Reached {
  return { spots: [{ ...spot, value: hole }], more: [] };
}

/** The hole behind which a key of a thing is hidden: it may have another value, or be there at all. */
function hiddenHole(spot: Spot, thing: Json, key: string): DocumentHole | undefined {
  if (truths.has(key) && thing[key] === "unknown") return unresolved();
  if (key === "kind" && (thing.kind === "unknown" || thing.kind === "hidden"))
    return isHole(thing.hole) ? thing.hole : (wholeHole(thing.text) ?? unresolved());
  if (Object.hasOwn(thing, key)) return undefined;
  if (isHole(thing.hole)) return thing.hole;
  return spot.key === "tags" && isHole(spot.within?.tagsUnread) ? spot.within.tagsUnread : undefined;
}

/** Who is meant by no id: somebody who is named but not in the graph is not known; that there is none can also be certain. */
function nobody(thing: Json, key: string): DocumentHole | null {
  if (referredBy(key) === undefined || key === "attachment") return null;
  if (key === "node" && certainlyNoNode.has(String(thing.kind))) return null;
  const text = thing[`${key}Text`] ?? thing.text;
  const hole = wholeHole(text);
  if (hole !== undefined) return hole;
  return unresolved(...(isText(text) ? [text.shown] : typeof text === "string" ? [text] : []));
}

const certainlyNoNode = new Set(["anyone", "account", "service", "organization"]);

function unresolved(...waitsFor: readonly string[]): DocumentHole {
  return { reason: "unresolved-reference", waitsFor };
}

function each(spot: Spot): Reached {
  const { value, key, anyCase } = spot;
  if (isHole(value)) return { spots: [spot], more: [value] };
  if (isText(value) || typeof value !== "object" || value === null) return nothing;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const within = isJson(value) ? value : undefined;
  // A pattern of which nothing is known stands for any number of patterns.
  const open = key === "patterns" ? items.map(wholeHole).filter((one) => one !== undefined) : [];
  const spots = items
    .filter((item) => key !== "patterns" || wholeHole(item) === undefined)
    .map((item) => ({ value: item, key, within, anyCase }));
  return { spots, more: [...open, ...unreadPart(spot)] };
}

/** That a list or a map may have further parts. */
function unreadPart({ value, key, within }: Spot): readonly DocumentHole[] {
  if (typeof value !== "object" || value === null || isHole(value) || isText(value)) return [];
  const beside = unreadBeside.get(key);
  const hole = beside === undefined ? undefined : within?.[beside];
  return isHole(hole) ? [hole] : [];
}
