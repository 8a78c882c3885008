import type { SourceLocation } from "#model/location.ts";
import type { Text } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

export function unknownTree(hole: Hole, at: SourceLocation): Tree {
  return { kind: "unknown", hole, at };
}

/** A text as a tree: one that is nothing but a hole is not known at all. */
export function textTree(text: Text, at: SourceLocation): Tree {
  const [only, ...others] = text;
  const isHole = typeof only === "object" && only.predicted === undefined && others.length === 0;
  return isHole ? unknownTree(only, at) : { kind: "text", text, at };
}

/** Neighbouring literal parts as one. */
export function merged(parts: Text): Text {
  const found: (string | Hole)[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === "string" && typeof last === "string") found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found;
}
