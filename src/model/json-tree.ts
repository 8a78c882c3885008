import { inside, type SourceLocation } from "./location.ts";
import { literalText } from "./text.ts";
import { absent, type MapTree, type Tree } from "./tree.ts";

/** A wholly known JSON value as a tree. */
export function jsonTree(value: unknown, at: SourceLocation): Tree {
  if (typeof value === "string") return { kind: "text", text: literalText(value), at };
  if (typeof value === "number") return { kind: "number", value, at };
  if (typeof value === "boolean") return { kind: "boolean", value, at };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item, i) => jsonTree(item, inside(at, i))), at };
  return isRecord(value) ? jsonMap(value, at) : absent(at);
}

function jsonMap(record: Readonly<Record<string, unknown>>, at: SourceLocation): MapTree {
  return {
    kind: "map",
    at,
    keys: () => Object.keys(record),
    get: (key) => (Object.hasOwn(record, key) ? jsonTree(record[key], inside(at, key)) : absent(inside(at, key))),
  };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
