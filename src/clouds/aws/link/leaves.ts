import { elements, field, type Tree } from "#model/tree.ts";

/** All values under a dotted path, through every element of the lists and blocks on the way. */
export function leavesAt(tree: Tree, path: string): readonly Tree[] {
  return path.split(".").reduce((found, key) => found.flatMap(elements).map((item) => field(item, key)), [tree]);
}
