import { below } from "../../json/pointer.ts";
import type { Twice } from "../loaded.ts";
import { entriesOf } from "./entries.ts";
import { type Node, nodesOf } from "./nodes.ts";
import { lineStarts, placeAt } from "./places.ts";
import { longForm } from "./schema.ts";

/** Every key that stands twice in one mapping of a text. */
export function duplicatesIn(text: string): readonly Twice[] {
  const found: Twice[] = [];
  const starts = lineStarts(text);
  const line = ({ start }: Node) => placeAt(start, starts).line;
  const visit = (node: Node, pointer: string): void => {
    const inner = node.tag === undefined ? pointer : below(pointer, longForm(node.tag));
    if (node.kind === "sequence") for (const [i, item] of node.children.entries()) visit(item, below(inner, i));
    if (node.kind !== "mapping") return;
    const seen = new Map<string, Node>();
    for (const { name, key, value } of entriesOf(node)) {
      const first = seen.get(name);
      const at = below(inner, name);
      if (first !== undefined) found.push({ pointer: at, places: `on lines ${line(first)} and ${line(key)}` });
      seen.set(name, key);
      if (value !== undefined) visit(value, at);
    }
  };
  const root = nodesOf(text);
  if (root !== undefined) visit(root, "");
  return found;
}
