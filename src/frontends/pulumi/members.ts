import { type DuplicateKey, distinctMembers, duplicateKeys, hasDuplicates } from "../json/duplicate-keys.ts";
import { below } from "../json/pointer.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Json } from "../json/shape.ts";

/** Passes objects of a document, and parses only the members that somebody wants. */
export class Members {
  readonly scanner: JsonScanner;
  /** Keys that stand twice where a document has its structure: one of two things was not read. */
  readonly structure: DuplicateKey[] = [];
  /** The same inside of values, which are then not certain. */
  readonly values: DuplicateKey[] = [];

  constructor(scanner: JsonScanner) {
    this.scanner = scanner;
  }

  /** Where the values of an object begin, by their keys, and where it ends. */
  places(start: number, depth: number, pointer: string): readonly [ReadonlyMap<string, number>, end: number] {
    const { scanner } = this;
    const found = new Map<string, number>();
    const end = this.each(start, depth, pointer, (key, at) => {
      found.set(key, at);
      return scanner.value(at, depth + 1);
    });
    return [found, end];
  }

  /** Hands over each member of an object; `visit` passes its value. */
  each(start: number, depth: number, pointer: string, visit: (key: string, at: number) => number): number {
    return distinctMembers(this.scanner, start, depth, pointer, this.structure, visit);
  }

  /** An object with the members that are wanted, and where it ends. */
  read(start: number, depth: number, pointer: string, wanted: ReadonlySet<string>): readonly [Json, end: number] {
    const { scanner } = this;
    const found: Record<string, unknown> = {};
    const end = this.each(start, depth, pointer, (key, at) => {
      const keys = scanner.keys;
      const end = scanner.value(at, depth + 1);
      if (!wanted.has(key)) return end;
      found[key] = scanner.parse(at, end);
      if (hasDuplicates(found[key], scanner.keys - keys))
        this.values.push(...duplicateKeys(scanner, at, below(pointer, key)));
      return end;
    });
    return [found, end];
  }

  /** The items of a list; what is no object is passed over, and told. */
  objects(
    start: number,
    depth: number,
    take: (at: number, index: number) => number,
    odd: (index: number) => void,
  ): number {
    const { scanner } = this;
    return scanner.items(start, depth, (index, at) => {
      if (scanner.isObject(at)) return take(at, index);
      odd(index);
      return scanner.value(at, depth + 1);
    });
  }
}
