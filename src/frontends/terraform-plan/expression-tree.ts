import { isRecord, jsonTree } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { absent, type MapTree, type Tree } from "#model/tree.ts";
import type { Reference } from "#model/value.ts";
import { allReferences, isConstant, isExpression } from "./expressions.ts";
import { lazyHole } from "./lazy-hole.ts";

/** Finds what references mean, from the place where the expressions stand. */
export type Resolve = (references: readonly string[]) => readonly Reference[];

/**
 * A block of expressions of the configuration as a tree: constants are known, everything else says what it waits for.
 */
export function blockTree(block: Readonly<Record<string, unknown>>, at: SourceLocation, resolve: Resolve): MapTree {
  return {
    kind: "map",
    at,
    keys: () => Object.keys(block),
    get: (key) =>
      Object.hasOwn(block, key) ? expressionTree(block[key], inside(at, key), resolve) : absent(inside(at, key)),
  };
}

function expressionTree(raw: unknown, at: SourceLocation, resolve: Resolve): Tree {
  if (Array.isArray(raw))
    return { kind: "list", items: raw.map((item, i) => innerBlock(item, inside(at, i), resolve)), at };
  if (isConstant(raw)) return jsonTree(raw.constant_value, inside(at, "constant_value"));
  if (isExpression(raw))
    return {
      kind: "unknown",
      hole: lazyHole("unresolved-reference", () => ({ refs: resolve(allReferences(raw)), unset: false })),
      at,
    };
  return innerBlock(raw, at, resolve);
}

function innerBlock(raw: unknown, at: SourceLocation, resolve: Resolve): Tree {
  return isRecord(raw) ? blockTree(raw, at, resolve) : absent(at);
}
