import { type EventType, load, type State } from "js-yaml";
import { options } from "./options.ts";

/** A node of a YAML text as it stands there. Offsets are in UTF-16 code units. */
export interface Node {
  readonly start: number;
  readonly kind: "mapping" | "sequence" | "scalar" | undefined;
  /** Its tag where it has one of its own: `!Sub`. */
  readonly tag: string | undefined;
  /** The text of a scalar. */
  readonly text: string | undefined;
  readonly children: readonly Node[];
  /** Whether it is a key of a mapping. */
  readonly isKey: boolean;
}

/**
 * The nodes of a text that was read before. The parser tells when it begins and ends one; what it tells is not documented, so its version is pinned.
 * https://github.com/nodeca/js-yaml/blob/4.3.2/lib/loader.js
 */
export function nodesOf(text: string): Node | undefined {
  const open: { start: number; children: Node[] }[] = [{ start: 0, children: [] }];
  const listener = (event: EventType, state: State & { readonly tag?: string | null }) => {
    if (event === "open") open.push({ start: state.position, children: [] });
    else {
      const closed = open.pop();
      if (closed !== undefined) open.at(-1)?.children.push(nodeOf(closed, state, text));
    }
  };
  load(text, { ...options, json: true, listener });
  return open[0]?.children.at(-1);
}

function nodeOf(
  { start, children }: { readonly start: number; readonly children: readonly Node[] },
  { kind, result, tag, position }: State & { readonly tag?: string | null },
  text: string,
): Node {
  const begin = contentAt(text, start);
  const only = children.length === 1 ? children[0] : undefined;
  const ownTag = typeof tag === "string" && /^![^!]/.test(tag) ? tag : undefined;
  const isKey = /^[ \t]*:(?=\s|$)/.test(text.slice(position, position + 64));
  // A value is first tried as a key of a mapping, and then kept: the same node, once inside of itself.
  if (only !== undefined && only.kind === kindOf(kind) && only.start === behindProperties(text, begin))
    return { ...only, start: begin, tag: ownTag, isKey };
  const value = typeof result === "string" ? result : undefined;
  return { start: begin, kind: kindOf(kind), tag: ownTag, text: value, children, isKey };
}

function kindOf(kind: string | null): Node["kind"] {
  return kind === "mapping" || kind === "sequence" || kind === "scalar" ? kind : undefined;
}

/** The parser begins a node before the white space and the comments in front of it. */
function contentAt(text: string, from: number): number {
  const space = /(?:\s+|#[^\n]*)*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}

/** Behind the tag and the anchor of a node. */
function behindProperties(text: string, from: number): number {
  const properties = /(?:[!&]\S*\s+)*/y;
  properties.lastIndex = from;
  return contentAt(text, from + (properties.exec(text)?.[0].length ?? 0));
}
