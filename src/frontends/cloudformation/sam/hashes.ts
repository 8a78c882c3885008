import { createHash } from "node:crypto";
import { isRecord } from "#model/json-tree.ts";

/** The ending of a logical id that is made of a value. */
export function hashOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(sorted(value));
  return text === "" ? "" : createHash("sha1").update(text).digest("hex").slice(0, 10);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
