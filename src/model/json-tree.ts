import { absentLeaf, textLeaf } from "./leaf.ts";
import { inside, type SourceLocation } from "./location.ts";
import { literalText } from "./text.ts";
import { absent, type MapTree, type Tree } from "./tree.ts";

/** A wholly known JSON value as a tree. */
export function jsonTree(value: unknown, at: SourceLocation): Tree {
  if (typeof value === "string") return { kind: "text", text: literalText(value), at };
  if (typeof value === "number") return { kind: "number", value, at };
  if (typeof value === "boolean") return { kind: "boolean", value, at };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item, i) => below(item, at, i)), at };
  return isRecord(value) ? jsonMap(value, at) : absent(at);
}

function jsonMap(record: Readonly<Record<string, unknown>>, at: SourceLocation): MapTree {
  return {
    kind: "map",
    at,
    keys: () => Object.keys(record),
    get: (key) => below(Object.hasOwn(record, key) ? record[key] : undefined, at, key),
  };
}

function below(value: unknown, around: SourceLocation, step: string | number): Tree {
  if (typeof value === "string") return textLeaf(value, around, step);
  return value === undefined || value === null ? absentLeaf(around, step) : jsonTree(value, inside(around, step));
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
