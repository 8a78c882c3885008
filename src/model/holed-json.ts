import { parseJson } from "./json-tree.ts";
import type { SourceLocation } from "./location.ts";
import { literalText, showText, type Text } from "./text.ts";
import type { MapTree, Tree } from "./tree.ts";
import type { Hole } from "./value.ts";

/** Stand around the number of a hole while the text around it is parsed: characters that mean nothing to anybody. */
const [open, close] = ["\uE000", "\uE001"];
const mark = new RegExp(`${open}(\\d+)${close}`, "u");
const reserved = new RegExp(`[${open}${close}]`, "u");

/** A JSON text with holes: it is read as if each were a value, or a part of a string. */
export interface HoledJson {
  /** The text with marks in the place of holes. */
  readonly text: string;
  readonly value: unknown;
  /** Puts the holes back where their marks are. */
  readonly fill: (tree: Tree) => Tree;
}

/**
 * The JSON that a text is whatever its holes turn out to be, as long as none of them ends the string or the value that it stands in. Undefined where it is none,
 * or nobody can tell: `{"a": 1, ${rest}}`.
 */
export function holedJson(text: Text): HoledJson | undefined {
  if (text.some((part) => typeof part === "string" && reserved.test(part))) return undefined;
  const holes: Hole[] = [];
  const whole = withMarks(text, holes);
  const value = parseJson(whole);
  return value === undefined ? undefined : { text: whole, value, fill: (tree) => filled(tree, holes) };
}

/** A hole in a string becomes a part of it, one outside of strings a string by itself. */
function withMarks(text: Text, holes: Hole[]): string {
  let whole = "";
  let inString = false;
  for (const part of text) {
    if (typeof part !== "string") {
      const marked = `${open}${holes.push(part) - 1}${close}`;
      whole += inString ? marked : `"${marked}"`;
    } else {
      inString = endsInString(part, inString);
      whole += part;
    }
  }
  return whole;
}

function endsInString(part: string, inString: boolean): boolean {
  let inside = inString;
  for (let i = 0; i < part.length; i++) {
    if (part[i] === "\\" && inside) i++;
    else if (part[i] === '"') inside = !inside;
  }
  return inside;
}

/** The tree with holes in the place of marks. An object one of whose keys is not known may have any. */
function filled(tree: Tree, holes: readonly Hole[]): Tree {
  const { at } = tree;
  switch (tree.kind) {
    case "text":
      return filledText(showText(tree.text), at, holes);
    case "list":
      return { kind: "list", at, items: tree.items.map((item) => filled(item, holes)) };
    case "map":
      return filledMap(tree, holes);
    default:
      return tree;
  }
}

function filledText(marked: string, at: SourceLocation, holes: readonly Hole[]): Tree {
  const text = textOf(marked, holes);
  const [only, ...others] = text;
  const isHole = typeof only === "object" && only.predicted === undefined && others.length === 0;
  return isHole ? { kind: "unknown", hole: only, at } : { kind: "text", text, at };
}

function filledMap(map: MapTree, holes: readonly Hole[]): Tree {
  const keys = map.keys();
  const open = keys.flatMap((key) => textOf(key, holes)).find((part) => typeof part !== "string");
  if (typeof open === "object") return { kind: "unknown", hole: open, at: map.at };
  const members = new Map(keys.map((key) => [key, filled(map.get(key), holes)]));
  return { kind: "map", at: map.at, keys: () => keys, get: (key) => members.get(key) ?? map.get(key) };
}

/** `a<0>b` as its literal parts and the hole. */
function textOf(marked: string, holes: readonly Hole[]): Text {
  return marked.split(mark).flatMap((part, i): Text => {
    if (i % 2 === 0) return literalText(part);
    const found = holes[Number(part)];
    return found === undefined ? [] : [found];
  });
}
