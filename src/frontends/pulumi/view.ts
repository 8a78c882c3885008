import { isRecord } from "#model/json-tree.ts";
import { absentLeaf, textLeaf } from "#model/leaf.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent, type MapTree, type Tree } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import type { Json } from "../json/shape.ts";
import type { State } from "./document.ts";
import { computed, referenceTo, secret } from "./holes.ts";
import { isOutputAsText, withoutAdvice } from "./output-as-text.ts";
import { specialIn, unknownString } from "./special.ts";
import { isInternal, type Words } from "./words.ts";

/** The values of a state, and what is needed to read them. */
export interface Context {
  readonly state: State;
  /** Pointers of values whose key stands twice. */
  readonly twice: ReadonlySet<string>;
}

/** A place inside of a property of a resource. */
export interface Place {
  readonly at: SourceLocation;
  readonly words: Words;
  /** The outermost property, in Pulumi's words. */
  readonly property: string;
  readonly context: Context;
}

/** A value as a tree in the words of the clouds, wrapped as it is read. */
export function treeOf(value: unknown, place: Place): Tree {
  const { at, context } = place;
  if (context.twice.size > 0 && context.twice.has(at.pointer)) return unknownAt(hole("ambiguous-text"), at);
  const special = specialIn(value);
  if (special !== undefined) return specialTree(special, place);
  if (typeof value === "string") return { kind: "text", text: textOf(value, place), at };
  if (typeof value === "number")
    return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
      ? { kind: "number", value, at }
      : unknownAt(hole("ambiguous-text"), at);
  if (typeof value === "boolean") return { kind: "boolean", value, at };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item, i) => below(item, place, i)), at };
  return isRecord(value) ? mapOf(value, place) : absent(at);
}

function specialTree(special: NonNullable<ReturnType<typeof specialIn>>, place: Place): Tree {
  const { at, property, context } = place;
  switch (special.is) {
    case "unknown":
      return unknownAt(computed(context.state, property), at);
    case "secret":
      return special.inside === undefined
        ? unknownAt(secret(context.state, property), at)
        : treeOf(special.inside, place);
    case "output":
      return treeOf(special.inside, place);
    case "reference":
      return special.id === undefined || special.id === "" || special.id === unknownString
        ? unknownAt(hole("computed-at-apply", [referenceTo(special.urn, "exact")]), at)
        : { kind: "text", text: literalText(special.id), at };
    case "content":
      return unknownAt(hole("unsupported-expression"), at);
  }
}

/** A text may hold what is not known yet as a part of it. */
function textOf(written: string, { context, property }: Place): Text {
  const value = withoutAdvice(written);
  if (!value.includes(unknownString)) return literalText(value);
  const between = computed(context.state, property);
  const parts = value.split(unknownString).flatMap((part, i): Text => (i === 0 ? [part] : [between, part]));
  return parts.filter((part) => part !== "");
}

function unknownAt(reason: Hole, at: SourceLocation): Tree {
  return { kind: "unknown", hole: reason, at };
}

function below(value: unknown, place: Place, step: string | number): Tree {
  if (value === undefined || value === null) return absentLeaf(place.at, step);
  if (typeof value === "string" && isPlain(value, place)) return textLeaf(value, place.at, step);
  return treeOf(value, { ...place, at: inside(place.at, step) });
}

function isPlain(value: string, { context }: Place): boolean {
  return (
    context.twice.size === 0 &&
    !value.includes(unknownString) &&
    !isOutputAsText(value) &&
    specialIn(value) === undefined
  );
}

function mapOf(value: Json, place: Place): MapTree {
  const { at, words } = place;
  const trees = new Map<string, Tree>();
  const read = (name: string): Tree => {
    const key = words.written(value, name);
    if (key === undefined || isInternal(key)) return absentLeaf(at, name);
    return below(value[key], { ...place, words: words.inside(key, value[key]) }, key);
  };
  return {
    kind: "map",
    at,
    keys: () =>
      Object.keys(value)
        .filter((key) => !isInternal(key))
        .map((key) => words.ours(key)),
    get(name) {
      const tree = trees.get(name) ?? read(name);
      trees.set(name, tree);
      return tree;
    },
  };
}
