import { inside } from "#model/location.ts";
import { holesOf, literalText, type Text, wholeText } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { at as valueAt } from "../../json/shape.ts";
import { madeOf } from "../holes.ts";
import { piecesOf } from "../substitution.ts";
import { merged, textTree, unknownTree } from "../texts.ts";
import { atDot, listed, odd, type Standpoint } from "./function.ts";

export function sub(argument: unknown, from: Standpoint): Tree {
  const [text, own] = Array.isArray(argument) ? listed(argument) : [argument];
  if (typeof text !== "string") return odd("Fn::Sub", from);
  const { below, values } = from;
  const found = new Map<string, Text>();
  const valueFor = (variable: string): Text => {
    const value = found.get(variable) ?? values.text(valueAt(own, variable) ?? referenceTo(variable), below);
    found.set(variable, value);
    return value;
  };
  const parts = piecesOf(text).map((piece) =>
    "literal" in piece ? values.text(piece.literal, below) : valueFor(piece.variable),
  );
  return joined("Fn::Sub", parts, from);
}

/** The longest text that is put together; functions inside of each other could make it longer than anybody can hold. */
const maxLength = 256 * 1024;

function joined(name: string, parts: readonly Text[], from: Standpoint): Tree {
  const length = parts.flat().reduce((sum, part) => sum + (typeof part === "string" ? part.length : 1), 0);
  return length > maxLength ? odd(name, from) : textTree(merged(parts.flat()), from.at);
}

function referenceTo(variable: string): unknown {
  const [id, attribute] = atDot(variable);
  return attribute === undefined ? { Ref: id } : { "Fn::GetAtt": [id, attribute] };
}

export function join(argument: unknown, from: Standpoint): Tree {
  const [delimiter, list] = listed(argument);
  if (typeof delimiter !== "string" || list === undefined) return odd("Fn::Join", from);
  const tree = from.values.tree(list, inside(from.below, 1));
  if (tree.kind === "unknown") return unknownTree(madeOf("Fn::Join", [tree.hole]), from.at);
  const parts = elements(tree).map((item) => textOf(item) ?? [hole("unsupported-expression")]);
  const between = literalText(delimiter);
  return joined(
    "Fn::Join",
    parts.flatMap((part, i) => (i === 0 ? [part] : [between, part])),
    from,
  );
}

export function select(argument: unknown, from: Standpoint): Tree {
  const [index, list] = listed(argument);
  const place = wholeText(from.values.text(index, from.below));
  const tree = from.values.tree(list, inside(from.below, 1));
  if (tree.kind === "list" && place.known) return tree.items[Number(place.value)] ?? odd("Fn::Select", from);
  return unknownTree(madeOf("Fn::Select", [...holesIn(tree), ...(place.known ? [] : [place.hole])]), from.at);
}

function holesIn(tree: Tree): readonly Hole[] {
  return holesOf(textOf(tree) ?? []);
}

/** A text with holes in it may become any number of parts. */
export function split(argument: unknown, from: Standpoint): Tree {
  const [delimiter, source] = listed(argument);
  if (typeof delimiter !== "string" || delimiter === "") return odd("Fn::Split", from);
  const text = from.values.text(source, from.below);
  const value = wholeText(text);
  if (!value.known) return unknownTree(madeOf("Fn::Split", holesOf(text)), from.at);
  const items = value.value
    .split(delimiter)
    .map((part, i) => ({ kind: "text" as const, text: literalText(part), at: inside(from.at, i) }));
  return { kind: "list", items, at: from.at };
}
