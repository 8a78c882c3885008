import { isRecord, jsonTree } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { absent, type Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { allReferences, type Resolver } from "./resolver.ts";

/** Expressions of the configuration as a tree: constants are known, everything else says what it waits for. */
export function expressionTree(raw: unknown, at: SourceLocation, resolver: Resolver): Tree {
  if (Array.isArray(raw)) return { kind: "list", items: raw.map((item, i) => expressionTree(item, inside(at, i), resolver)), at };
  if (!isRecord(raw)) return absent(at);
  if (Object.hasOwn(raw, "constant_value")) return jsonTree(raw["constant_value"], at);
  if (Object.hasOwn(raw, "references") || Object.keys(raw).length === 0) {
    const root = { modules: [], moduleKeys: [], calls: [], key: undefined, forEach: undefined };
    return { kind: "unknown", hole: hole("unresolved-reference", resolver.resolve(allReferences(raw), root)), at };
  }
  return {
    kind: "map",
    at,
    keys: () => Object.keys(raw),
    get: (key) => (Object.hasOwn(raw, key) ? expressionTree(raw[key], inside(at, key), resolver) : absent(inside(at, key))),
  };
}
