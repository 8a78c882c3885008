import { inside, type SourceLocation } from "./location.ts";
import { literalText, type Text } from "./text.ts";
import type { AbsentTree, TextTree } from "./tree.ts";

/**
 * Leaves that spell out where they stand when somebody asks: a document has very many, and few are ever named. Where one
 * stands is no property of its own, so `{ ...leaf }` loses it.
 */
abstract class Leaf {
  readonly #around: SourceLocation;
  readonly #step: string | number;

  constructor(around: SourceLocation, step: string | number) {
    this.#around = around;
    this.#step = step;
  }

  get at(): SourceLocation {
    return inside(this.#around, this.#step);
  }
}

class TextLeaf extends Leaf implements TextTree {
  readonly kind = "text";
  readonly text: Text;

  constructor(value: string, around: SourceLocation, step: string | number) {
    super(around, step);
    this.text = literalText(value);
  }
}

class AbsentLeaf extends Leaf implements AbsentTree {
  readonly kind = "absent";
}

/** A string that stands under a key, or at an index, of what stands at `around`. */
export function textLeaf(value: string, around: SourceLocation, step: string | number): TextTree {
  return new TextLeaf(value, around, step);
}

/** Nothing, in the same place. */
export function absentLeaf(around: SourceLocation, step: string | number): AbsentTree {
  return new AbsentLeaf(around, step);
}
