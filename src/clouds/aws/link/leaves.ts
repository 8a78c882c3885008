import { elements, field, type Tree } from "#model/tree.ts";

/** All values under a dotted path, through every element of the lists and blocks on the way; `*` stands for every key of a map. */
export function leavesAt(tree: Tree, path: string): readonly Tree[] {
  return path
    .split(".")
    .reduce<readonly Tree[]>((found, key) => found.flatMap(elements).flatMap((item) => under(item, key)), [tree]);
}

function under(tree: Tree, key: string): readonly Tree[] {
  if (key !== "*" || tree.kind === "unknown") return [field(tree, key)];
  return tree.kind === "map" ? tree.keys().map((one) => tree.get(one)) : [];
}
