import type { Node } from "./nodes.ts";
import { longForm } from "./schema.ts";

/** A member of a mapping: its key, and its value where it has one. */
export interface Entry {
  readonly name: string;
  readonly key: Node;
  readonly value: Node | undefined;
}

/** The members of a mapping, in order. */
export function entriesOf({ children }: Node): readonly Entry[] {
  return children.flatMap((key, i) => {
    const { text: name } = key;
    // A document with a key that is no text was refused before.
    if (!key.isKey || name === undefined) return [];
    const next = children[i + 1];
    return [{ name, key, value: next?.isKey === true ? undefined : next }];
  });
}

const indexes = new WeakMap<Node, ReadonlyMap<string, Entry>>();

/** The members of a mapping by their keys, of which the last one counts. Many findings lead through the same ones. */
function byKey(node: Node): ReadonlyMap<string, Entry> {
  const known = indexes.get(node);
  if (known !== undefined) return known;
  const index = new Map(entriesOf(node).map((entry) => [entry.name, entry]));
  indexes.set(node, index);
  return index;
}

/** A part of a node, and the place that people would look at for it: its key, or the item. */
export interface Step {
  readonly at: number;
  readonly node: Node | undefined;
}

/** The part under a step of a JSON pointer; a short tag is the step that its long form has. */
export function stepInto(node: Node, step: string): Step | undefined {
  if (node.tag !== undefined && longForm(node.tag) === step)
    return { at: node.start, node: { ...node, tag: undefined } };
  if (node.kind === "sequence") {
    const item = /^\d+$/.test(step) ? node.children[Number(step)] : undefined;
    return item === undefined ? undefined : { at: item.start, node: item };
  }
  const entry = node.kind === "mapping" ? byKey(node).get(step) : undefined;
  return entry === undefined ? undefined : { at: entry.key.start, node: entry.value };
}
