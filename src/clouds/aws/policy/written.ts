import type { Defect } from "#model/defect.ts";
import type { MapTree } from "#model/tree.ts";
import type { Purpose } from "./defect.ts";
import { isSound } from "./grammar-sound.ts";

/** A document as it is written. What is wrong with it is mostly asked once, so its tree is not kept afterwards: a plan may have thousands. */
export class Written {
  #tree: MapTree | undefined;
  readonly #read: () => MapTree;
  #json: unknown;
  readonly #defects = new Map<Purpose, readonly Defect[]>();

  /** `read` makes the tree again; `json` is the document as a value, where it has one that is certain. */
  constructor(tree: MapTree, read: () => MapTree, json?: unknown) {
    this.#tree = tree;
    this.#read = read;
    this.#json = json;
  }

  /** What `find` finds in it for a purpose. */
  defects(purpose: Purpose, find: (tree: MapTree, purpose: Purpose) => readonly Defect[]): readonly Defect[] {
    const known = this.#defects.get(purpose);
    if (known !== undefined) return known;
    const found = isSound(this.#json, purpose) ? [] : find(this.#tree ?? this.#read(), purpose);
    this.#tree = undefined;
    this.#json = undefined;
    this.#defects.set(purpose, found);
    return found;
  }
}
