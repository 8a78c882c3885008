import { isRecord } from "#model/json-tree.ts";

/** A JSON object. Documents come from outside: nothing about what is in it is certain, so everything is asked for. */
export type Json = Readonly<Record<string, unknown>>;

/** The value of an own key; undefined when there is none, or when this is not an object. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isRecord(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

export function recordAt(value: unknown, ...path: readonly string[]): Json | undefined {
  const found = at(value, ...path);
  return isRecord(found) ? found : undefined;
}

/** The items of a list; none when it is something else. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" ? found : undefined;
}
