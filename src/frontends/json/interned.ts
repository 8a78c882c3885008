import type { Buffer } from "node:buffer";

const slots = 1024;
const longest = 40;

/**
 * Makes strings of bytes, the same string for the same bytes where it can: a plan repeats its keys and types tens of
 * thousands of times.
 */
export class Interned {
  readonly #bytes: Buffer;
  /** Made when it is needed: of thousands of small documents hardly any asks for a text. */
  #known: (string | undefined)[] | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  text(start: number, end: number): string {
    const length = end - start;
    if (length === 0 || length > longest) return this.#bytes.toString("utf8", start, end);
    this.#known ??= new Array<string | undefined>(slots).fill(undefined);
    const slot = this.#slot(start, end);
    const known = this.#known[slot];
    if (known !== undefined && this.#same(known, start, length)) return known;
    const made = this.#bytes.toString("utf8", start, end);
    this.#known[slot] = made;
    return made;
  }

  #slot(start: number, end: number): number {
    const bytes = this.#bytes;
    const middle = (start + end) >> 1;
    return (
      ((end - start) * 31 +
        (bytes[start] as number) * 7 +
        (bytes[middle] as number) * 13 +
        (bytes[end - 1] as number) * 3) &
      (slots - 1)
    );
  }

  /** Only what is plain ASCII is ever the same: a longer character has one unit in the string and several bytes. */
  #same(known: string, start: number, length: number): boolean {
    if (known.length !== length) return false;
    for (let i = 0; i < length; i++) if (known.charCodeAt(i) !== this.#bytes[start + i]) return false;
    return true;
  }
}
