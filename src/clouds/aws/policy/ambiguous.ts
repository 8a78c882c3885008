import type { Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";

/** A tree in which the values at these pointers are not known: there are two of them. */
export function ambiguousAt(tree: Tree, pointers: ReadonlySet<string>): Tree {
  if (pointers.size === 0) return tree;
  if (pointers.has(tree.at.pointer)) return { kind: "unknown", hole: hole("ambiguous-text"), at: tree.at };
  if (tree.kind === "list") return { ...tree, items: tree.items.map((item) => ambiguousAt(item, pointers)) };
  if (tree.kind === "map") return { ...tree, get: (key) => ambiguousAt(tree.get(key), pointers) };
  return tree;
}
