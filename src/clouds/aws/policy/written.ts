import type { Defect } from "#model/defect.ts";
import type { MapTree } from "#model/tree.ts";
import type { Purpose } from "./defect.ts";

/** A document as it is written. What is wrong with it is mostly asked once, so its tree is not kept afterwards: a plan may have thousands. */
export class Written {
  #tree: MapTree | undefined;
  readonly #read: () => MapTree;
  readonly #defects = new Map<Purpose, readonly Defect[]>();

  /** `read` makes the tree again. */
  constructor(tree: MapTree, read: () => MapTree) {
    this.#tree = tree;
    this.#read = read;
  }

  /** What `find` finds in it for a purpose. */
  defects(purpose: Purpose, find: (tree: MapTree, purpose: Purpose) => readonly Defect[]): readonly Defect[] {
    const known = this.#defects.get(purpose);
    if (known !== undefined) return known;
    const found = find(this.#tree ?? this.#read(), purpose);
    this.#tree = undefined;
    this.#defects.set(purpose, found);
    return found;
  }
}
