import { inside, type SourceLocation } from "./location.ts";
import { literalText, type Text } from "./text.ts";
import type { Hole } from "./value.ts";

/**
 * A tree of values as a document holds them, read leaf by leaf: nothing is copied until it is asked for.
 * `absent` is what the author did not set (null counts as absent), `unknown` what he set but nobody knows yet.
 */
export type Tree = AbsentTree | UnknownTree | TextTree | NumberTree | BooleanTree | ListTree | MapTree;

export interface AbsentTree {
  readonly kind: "absent";
  readonly at: SourceLocation;
}

export interface UnknownTree {
  readonly kind: "unknown";
  readonly hole: Hole;
  readonly at: SourceLocation;
}

export interface TextTree {
  readonly kind: "text";
  readonly text: Text;
  readonly at: SourceLocation;
}

export interface NumberTree {
  readonly kind: "number";
  readonly value: number;
  readonly at: SourceLocation;
}

export interface BooleanTree {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly at: SourceLocation;
}

export interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly at: SourceLocation;
}

export interface MapTree {
  readonly kind: "map";
  keys(): readonly string[];
  /** The value of a key; absent when there is none. */
  get(key: string): Tree;
  readonly at: SourceLocation;
}

/** What stands under a key. A part of what is absent is absent, a part of what is unknown is unknown. */
export function field(tree: Tree, ...path: readonly string[]): Tree {
  let current = tree;
  for (const key of path) current = step(current, key);
  return current;
}

function step(tree: Tree, key: string): Tree {
  if (tree.kind === "map") return tree.get(key);
  if (tree.kind === "unknown") return { ...tree, at: inside(tree.at, key) };
  const only = tree.kind === "list" && tree.items.length === 1 ? tree.items[0] : undefined;
  return only === undefined ? absent(inside(tree.at, key)) : step(only, key);
}

/** What stands at the end of a dotted path such as `role[0].name`. */
export function follow(tree: Tree, path: string): Tree {
  let current = tree;
  for (const step of path.split(/[.[\]]+/).filter((one) => one !== "")) {
    const item = current.kind === "list" && /^\d+$/.test(step) ? current.items[Number(step)] : undefined;
    current = item ?? field(current, step.replace(/^"|"$/g, ""));
  }
  return current;
}

/** The elements: of a list its items, of a single value itself, of what is absent none. An unknown tree is one unknown element. */
export function elements(tree: Tree): readonly Tree[] {
  if (tree.kind === "list") return tree.items;
  return tree.kind === "absent" ? [] : [tree];
}

/** The value as text; numbers and booleans in JSON's spelling. Undefined when absent, or when it is a list or a map. */
export function textOf(tree: Tree): Text | undefined {
  switch (tree.kind) {
    case "text":
      return tree.text;
    case "unknown":
      return [tree.hole];
    case "number":
    case "boolean":
      return literalText(String(tree.value));
    case "absent":
    case "list":
    case "map":
      return undefined;
  }
}

export function absent(at: SourceLocation): AbsentTree {
  return { kind: "absent", at };
}
