import type { DocumentHole, DocumentText } from "#model/graph-document.ts";
import { showText, type Text } from "#model/text.ts";
import type { Hole } from "#model/value.ts";

/** A text that is wholly written is a plain string. One with holes cannot be taken for a string. */
export function textOf(text: Text): DocumentText {
  if (text.every((part) => typeof part === "string")) return text.join("");
  return { shown: showText(text), parts: text.map((part) => (typeof part === "string" ? part : holeOf(part))) };
}

export function holeOf(hole: Hole): DocumentHole {
  return {
    reason: hole.reason,
    waitsFor: hole.refs.map((ref) => ref.expression),
    ...(hole.predicted !== undefined && { predicted: hole.predicted }),
  };
}

export function orNull<T, U>(value: T | undefined, write: (value: T) => U): U | null {
  return value === undefined ? null : write(value);
}
