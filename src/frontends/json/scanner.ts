import { Buffer, constants } from "node:buffer";
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
import { FastPass } from "./fast-pass.ts";
import { Interned } from "./interned.ts";
import { JsonProblem } from "./problem.ts";

/** How deep a document may be nested. Real plans stay below 30; what walks a document recursively relies on this. */
export const maxDepth = 256;

/** At each level, whether an object is being passed there; nobody else passes anything meanwhile. */
const insideOf = new Uint8Array(maxDepth + 1);

/** How many bytes of a value are parsed at most: as many as the longest string that Node.js can hold has characters. */
const maxLength = constants.MAX_STRING_LENGTH;

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
  readonly #interned: Interned;
  #fast: FastPass | "none" | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#interned = new Interned(this.bytes);
  }

  /** Passes a whole value that stands inside `depth` objects and lists. Nearly all bytes of a document are passed here. */
  value(start: number, depth: number): number {
    const fast = this.isObject(start) || this.isList(start) ? this.fast : undefined;
    const end = fast?.value(start, depth);
    if (fast === undefined || end === undefined) return this.#value(start, depth);
    this.count(fast);
    return end;
  }

  /** Passes long values, where a document is worth it; counts apart. Made when it is first asked for: many only look at the beginning of a document. */
  get fast(): FastPass | undefined {
    this.#fast ??= FastPass.of(this.bytes) ?? "none";
    return this.#fast === "none" ? undefined : this.#fast;
  }

  /** Takes over the counts of what somebody else passed. */
  count({ keys, trues }: { readonly keys: number; readonly trues: number }): void {
    this.keys += keys;
    this.trues += trues;
  }

  /** One loop: a call for each string would take three times as long. */
  #value(start: number, depth: number): number {
    const { bytes } = this;
    const inObject = insideOf;
    const isPlain = plain;
    const isSpace = whitespace;
    const isEscapable = escapable;
    let level = depth;
    let at = start;
    let atKey = false;
    let { keys } = this;
    for (;;) {
      let byte = bytes[at];
      if (byte === quote) {
        byte = bytes[++at];
        for (;;) {
          while (isPlain[byte as number] === 1) byte = bytes[++at];
          if (byte === quote) break;
          at = isEscapable[bytes[at + 1] as number] === 1 && byte === backslash ? at + 2 : this.#unicode(at);
          byte = bytes[at];
        }
        byte = bytes[++at];
        if (atKey) {
          while (isSpace[byte as number] === 1) byte = bytes[++at];
          if (byte !== colon) throw this.#problem(at);
          byte = bytes[++at];
          while (isSpace[byte as number] === 1) byte = bytes[++at];
          keys++;
          atKey = false;
          continue;
        }
      } else if (atKey) throw this.#problem(at);
      else if (byte === openBrace || byte === openBracket) {
        if (++level > maxDepth) throw new JsonProblem("too-deep", at);
        const object = byte === openBrace;
        inObject[level] = object ? 1 : 0;
        at = this.space(at + 1);
        if (bytes[at] !== (object ? closeBrace : closeBracket)) {
          atKey = object;
          continue;
        }
        level--;
        at++;
      } else at = this.#scalar(at);
      for (;;) {
        if (level === depth) {
          this.keys = keys;
          return at;
        }
        byte = bytes[at];
        while (isSpace[byte as number] === 1) byte = bytes[++at];
        const object = inObject[level] === 1;
        if (byte === comma) {
          byte = bytes[++at];
          while (isSpace[byte as number] === 1) byte = bytes[++at];
          atKey = object;
          break;
        }
        if (byte !== (object ? closeBrace : closeBracket)) throw this.#problem(at);
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

  isText(at: number): boolean {
    return this.bytes[at] === quote;
  }

  /** The value between two offsets that were passed already. */
  parse(start: number, end: number): unknown {
    if (end - start > maxLength) throw new JsonProblem("too-long", start);
    return JSON.parse(this.bytes.toString("utf8", start, end));
  }

  /** The string that begins here and was passed already; undefined for any other value. */
  stringAt(at: number): string | undefined {
    return this.bytes[at] === quote ? this.#text(at) : undefined;
  }

  /** The string between two offsets that were passed already; undefined for any other value. */
  stringIn(start: number, end: number): string | undefined {
    if (!this.isText(start)) return undefined;
    const text = this.bytes.toString("utf8", start + 1, end - 1);
    return text.includes("\\") ? (this.parse(start, end) as string) : text;
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
    return this.#colon(this.#string(start));
  }

  #colon(start: number): number {
    const at = this.space(start);
    if (this.bytes[at] !== colon) throw this.#problem(at);
    this.keys++;
    return this.space(at + 1);
  }

  #string(start: number): number {
    const { bytes } = this;
    let at = start + 1;
    for (;;) {
      while (plain[bytes[at] as number] === 1) at++;
      if (bytes[at] === quote) return at + 1;
      at = escapable[bytes[at + 1] as number] === 1 && bytes[at] === backslash ? at + 2 : this.#unicode(at);
    }
  }

  #unicode(start: number): number {
    if (this.bytes[start] !== backslash) throw this.#problem(start);
    if (this.bytes[start + 1] !== letterU) throw this.#problem(start + 1);
    for (let at = start + 2; at < start + 6; at++)
      if (hexDigit[this.bytes[at] as number] !== 1) throw this.#problem(at);
    return start + 6;
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
    if (bytes[end] === quote && end - start <= maxLength) return this.#interned.text(start + 1, end);
    return this.parse(start, this.#string(start)) as string;
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
