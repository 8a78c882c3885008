import { Buffer } from "node:buffer";
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dot,
  escapable,
  hexDigit,
  letterU,
  minus,
  nine,
  openBrace,
  openBracket,
  plain,
  plus,
  quote,
  whitespace,
  zero,
} from "./characters.ts";
import { Interned } from "./interned.ts";
import { JsonProblem } from "./problem.ts";

/** How deep a document may be nested. Real plans stay below 30; what walks a document recursively relies on this. */
export const maxDepth = 256;

/**
 * What to do with a member of an object or an item of a list whose value begins at `at`: returns the offset behind the
 * value, or `stop`.
 */
export type VisitMember = (key: string, at: number, keyAt: number) => number;
export type VisitItem = (index: number, at: number) => number;

/** Returned by a visitor, and then by the walk: the rest is not looked at. */
export const stop = -1;

/**
 * Walks a JSON text byte by byte and checks all of it, without making values: only what somebody asks for is parsed.
 * All offsets are in bytes; the text must be valid UTF-8. Every method throws JsonProblem where the text is not JSON
 * (exactly where JSON.parse would refuse it) or too deep.
 */
export class JsonScanner {
  readonly bytes: Buffer;
  /** Keys of objects that were passed, at every depth. */
  keys = 0;
  /** Literals `true` that were passed, at every depth. */
  trues = 0;
  readonly #inObject = new Uint8Array(maxDepth + 1);
  readonly #interned: Interned;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#interned = new Interned(this.bytes);
  }

  /** Passes a whole value that stands inside `depth` objects and lists. */
  value(start: number, depth: number): number {
    const { bytes } = this;
    const inObject = this.#inObject;
    let level = depth;
    let at = start;
    for (;;) {
      const first = bytes[at];
      if (first === quote) at = this.#string(at);
      else if (first === openBrace || first === openBracket) {
        if (++level > maxDepth) throw new JsonProblem("too-deep", at);
        const object = first === openBrace;
        inObject[level] = object ? 1 : 0;
        at = this.space(at + 1);
        if (bytes[at] !== (object ? closeBrace : closeBracket)) {
          if (object) at = this.#key(at);
          continue;
        }
        level--;
        at++;
      } else at = this.#scalar(at);
      for (;;) {
        if (level === depth) return at;
        at = this.space(at);
        const object = inObject[level] === 1;
        if (bytes[at] === comma) {
          at = this.space(at + 1);
          if (object) at = this.#key(at);
          break;
        }
        if (bytes[at] !== (object ? closeBrace : closeBracket)) throw this.#problem(at);
        level--;
        at++;
      }
    }
  }

  /** Passes an object, handing over each member. */
  members(start: number, depth: number, visit: VisitMember): number {
    let at = this.#enter(start, depth, openBrace);
    if (this.bytes[at] === closeBrace) return at + 1;
    for (;;) {
      const keyAt = at;
      at = this.#key(keyAt);
      const end = visit(this.#text(keyAt), at, keyAt);
      if (end === stop) return stop;
      at = this.space(end);
      if (this.bytes[at] === closeBrace) return at + 1;
      at = this.#next(at);
    }
  }

  /** Passes a list, handing over each item. */
  items(start: number, depth: number, visit: VisitItem): number {
    let at = this.#enter(start, depth, openBracket);
    if (this.bytes[at] === closeBracket) return at + 1;
    for (let index = 0; ; index++) {
      const end = visit(index, at);
      if (end === stop) return stop;
      at = this.space(end);
      if (this.bytes[at] === closeBracket) return at + 1;
      at = this.#next(at);
    }
  }

  /** Passes whitespace. */
  space(start: number): number {
    let at = start;
    while (whitespace[this.bytes[at] as number] === 1) at++;
    return at;
  }

  isObject(at: number): boolean {
    return this.bytes[at] === openBrace;
  }

  isList(at: number): boolean {
    return this.bytes[at] === openBracket;
  }

  /** The value between two offsets that were passed already. */
  parse(start: number, end: number): unknown {
    return JSON.parse(this.bytes.toString("utf8", start, end));
  }

  /** The string that begins here and was passed already; undefined for any other value. */
  stringAt(at: number): string | undefined {
    return this.bytes[at] === quote ? this.#text(at) : undefined;
  }

  #enter(start: number, depth: number, bracket: number): number {
    if (this.bytes[start] !== bracket) throw this.#problem(start);
    if (depth >= maxDepth) throw new JsonProblem("too-deep", start);
    return this.space(start + 1);
  }

  #next(at: number): number {
    if (this.bytes[at] !== comma) throw this.#problem(at);
    return this.space(at + 1);
  }

  /** Passes a key with its colon. */
  #key(start: number): number {
    if (this.bytes[start] !== quote) throw this.#problem(start);
    const end = this.space(this.#string(start));
    if (this.bytes[end] !== colon) throw this.#problem(end);
    this.keys++;
    return this.space(end + 1);
  }

  #string(start: number): number {
    const { bytes } = this;
    let at = start + 1;
    for (;;) {
      while (plain[bytes[at] as number] === 1) at++;
      if (bytes[at] === quote) return at + 1;
      if (bytes[at] !== backslash) throw this.#problem(at);
      at = escapable[bytes[at + 1] as number] === 1 ? at + 2 : this.#unicode(at + 1);
    }
  }

  #unicode(at: number): number {
    if (this.bytes[at] !== letterU) throw this.#problem(at);
    for (let i = at + 1; i <= at + 4; i++) if (hexDigit[this.bytes[i] as number] !== 1) throw this.#problem(i);
    return at + 5;
  }

  #scalar(at: number): number {
    switch (this.bytes[at]) {
      case 0x74:
        this.trues++;
        return this.#word("true", at);
      case 0x66:
        return this.#word("false", at);
      case 0x6e:
        return this.#word("null", at);
      default:
        return this.#number(at);
    }
  }

  #word(word: string, start: number): number {
    for (let i = 0; i < word.length; i++)
      if (this.bytes[start + i] !== word.charCodeAt(i)) throw this.#problem(start + i);
    return start + word.length;
  }

  #number(start: number): number {
    const { bytes } = this;
    let at = bytes[start] === minus ? start + 1 : start;
    at = bytes[at] === zero ? at + 1 : this.#digits(at);
    if (bytes[at] === dot) at = this.#digits(at + 1);
    if (bytes[at] !== 0x65 && bytes[at] !== 0x45) return at;
    at++;
    return this.#digits(bytes[at] === plus || bytes[at] === minus ? at + 1 : at);
  }

  #digits(start: number): number {
    let at = start;
    while (isDigit(this.bytes[at])) at++;
    if (at === start) throw this.#problem(at);
    return at;
  }

  #text(start: number): string {
    const { bytes } = this;
    let end = start + 1;
    while (bytes[end] !== quote && bytes[end] !== backslash) end++;
    if (bytes[end] === quote) return this.#interned.text(start + 1, end);
    return JSON.parse(bytes.toString("utf8", start, this.#string(start))) as string;
  }

  #problem(at: number): JsonProblem {
    return new JsonProblem(at >= this.bytes.length ? "truncated" : "invalid", at);
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

/**
 * Passes a document that is one value from `start` to the end of the bytes; `pass` passes its value. Returns where the
 * value ends.
 */
export function wholeDocument(scanner: JsonScanner, start: number, pass: (at: number) => number): number {
  const end = pass(scanner.space(start));
  const rest = scanner.space(end);
  if (rest < scanner.bytes.length) throw new JsonProblem("trailing", rest);
  return end;
}
