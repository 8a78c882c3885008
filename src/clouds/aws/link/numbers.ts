import type { SourceLocation } from "#model/location.ts";
import { type Text, wholeText } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import { hole, known, unknown, type Value } from "#model/value.ts";

/** A number and where it stands; what nobody set is what its provider takes. Documents write numbers as text, too. */
export function numberIn<T>(
  tree: Tree,
  otherwise: T,
): { readonly value: Value<number | T>; readonly at: SourceLocation } {
  return { value: valueIn(tree, otherwise), at: tree.at };
}

function valueIn<T>(tree: Tree, otherwise: T): Value<number | T> {
  switch (tree.kind) {
    case "absent":
      return known(otherwise);
    case "unknown":
      return tree.hole.unset ? known(otherwise) : unknown(tree.hole);
    case "number":
      return known(tree.value);
    case "text":
      return spelled(tree.text, otherwise);
    default:
      return unknown(hole("unsupported-expression"));
  }
}

function spelled<T>(text: Text, otherwise: T): Value<number | T> {
  const value = wholeText(text);
  if (!value.known) return value;
  if (value.value === "") return known(otherwise);
  const number = Number(value.value);
  return Number.isFinite(number) ? known(number) : unknown(hole("unsupported-expression"));
}
