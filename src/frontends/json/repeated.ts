import { keysIn } from "./duplicate-keys.ts";
import type { JsonScanner } from "./scanner.ts";

/** A value that was parsed, and how many keys it has, at every depth. */
export interface CountedValue {
  readonly value: unknown;
  readonly keys: number;
}

/** Most values that repeat are masks, which are short and of few kinds. */
const longest = 2048;
const most = 1024;

/** Parses values of which a document has many that are alike, and makes each of them once. Nobody may change them. */
export class RepeatedValues {
  readonly #scanner: JsonScanner;
  readonly #known = new Map<string, CountedValue>();

  constructor(scanner: JsonScanner) {
    this.#scanner = scanner;
  }

  parse(start: number, end: number): CountedValue {
    if (end - start > longest) return counted(this.#scanner.parse(start, end));
    const text = this.#scanner.bytes.toString("utf8", start, end);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = counted(JSON.parse(text));
    if (this.#known.size < most) this.#known.set(text, made);
    return made;
  }
}

function counted(value: unknown): CountedValue {
  return { value, keys: keysIn(value) };
}
