import { Buffer } from "node:buffer";
import { binary } from "./pass.generated.ts";

/** How many bytes of documents have to come before making the module is worth it. */
const worthIt = 512 * 1024;
/** Where things are in the memory of the module, as pass.as tells. */
const countsAt = 512;
const namesAt = 1024;
const membersAt = 3072;
const windowAt = 4096;
const windowLength = 1024 * 1024;
/** Zeros behind what is in the window, at which everything ends. */
const padding = 16;
const nameLength = 32;

interface Module {
  readonly memory: { readonly buffer: ArrayBuffer };
  value(start: number, depth: number): number;
  record(start: number, depth: number, inner: number, names: number): number;
}

/** One module for all documents: an app has thousands of templates. Whoever passed something last has the window. */
interface Shared {
  readonly module: Module;
  owner: FastPass | undefined;
}

/** Names of the members of objects of a kind; the last one is that of an object inside. Each is numbered as `numberOf` says. */
export interface Names {
  readonly outer: readonly string[];
  readonly inner: readonly string[];
}

/** The number that a name has. */
export function numberOf(names: Names, side: keyof Names, name: string): number {
  const at = names[side].indexOf(name);
  if (at === -1) throw new Error(`nobody listed ${name}`);
  return side === "outer" ? at : names.outer.length + 1 + at;
}

/** Where the value of a member is, in bytes, and what is in it. */
export interface Member {
  readonly start: number;
  readonly end: number;
  /** Keys of objects, at every depth. */
  readonly keys: number;
  /** Literals `true`, at every depth. */
  readonly trues: number;
}

/**
 * Passes values of a long document several times as fast as `JsonScanner` can, which does it where this does not. A window of the document is copied into the
 * memory of a WebAssembly module; values are mostly passed one after the other, so each byte is copied about once.
 */
export class FastPass {
  readonly #bytes: Buffer;
  readonly #shared: Shared;
  readonly #module: Module;
  readonly #window: Uint8Array;
  readonly #words: Int32Array;
  #inner = 0;
  #names = 0;
  /** Offsets of what is in the window, as long as it is this document's. */
  #from = 0;
  #to = 0;

  private constructor(bytes: Buffer, shared: Shared) {
    const { buffer } = shared.module.memory;
    this.#bytes = bytes;
    this.#shared = shared;
    this.#module = shared.module;
    this.#window = new Uint8Array(buffer, windowAt, windowLength + padding);
    this.#words = new Int32Array(buffer, 0, windowAt / 4);
  }

  /** Undefined for short documents, and where there is no WebAssembly (`--jitless`), or one without these instructions. */
  static of(bytes: Buffer): FastPass | undefined {
    seen += bytes.length;
    if (seen < worthIt) return undefined;
    shared ??= made() ?? "none";
    return shared === "none" ? undefined : new FastPass(bytes, shared);
  }

  /** What `record` looks for, from now on. */
  set names({ outer, inner }: Names) {
    const all = [...outer, "", ...inner, ""];
    const memory = new Uint8Array(this.#module.memory.buffer, namesAt, all.length * nameLength);
    memory.fill(0);
    for (const [i, name] of all.entries()) memory.set([name.length, ...Buffer.from(name)], i * nameLength);
    this.#inner = outer.length - 1;
    this.#names = all.length;
  }

  /** Keys of objects in the value that was passed. */
  get keys(): number {
    return this.#words[countsAt / 4] as number;
  }

  /** Literals `true` in the value that was passed. */
  get trues(): number {
    return this.#words[countsAt / 4 + 1] as number;
  }

  /** The offset behind the object or the list that begins at `start`; undefined where it is longer than a window, or no JSON. */
  value(start: number, depth: number): number | undefined {
    let end = this.#module.value(this.#addressOf(start), depth);
    if (end === 0 && this.#move(start)) end = this.#module.value(windowAt, depth);
    return this.#offsetOf(end);
  }

  /** The same, of an object that has no other members than the names tell, and each once. Where they are is told by `member` until the next call. */
  record(start: number, depth: number): number | undefined {
    let end = this.#module.record(this.#addressOf(start), depth, this.#inner, this.#names);
    if (end === 0 && this.#move(start)) end = this.#module.record(windowAt, depth, this.#inner, this.#names);
    return this.#offsetOf(end);
  }

  /** A member of what `record` passed, by the number of its name. */
  member(number: number): Member | undefined {
    const at = membersAt / 4 + number * 4;
    const words = this.#words;
    const start = this.#offsetOf(words[at] as number);
    if (start === undefined) return undefined;
    const end = start + (words[at + 1] as number) - (words[at] as number);
    return { start, end, keys: words[at + 2] as number, trues: words[at + 3] as number };
  }

  #addressOf(start: number): number {
    if (this.#shared.owner !== this || start < this.#from || start >= this.#to) this.#load(start);
    return start - this.#from + windowAt;
  }

  #offsetOf(address: number): number | undefined {
    return address === 0 ? undefined : address - windowAt + this.#from;
  }

  /** Moves the window, unless it begins there already. */
  #move(start: number): boolean {
    if (start === this.#from) return false;
    this.#load(start);
    return true;
  }

  #load(start: number): void {
    const end = Math.min(start + windowLength, this.#bytes.length);
    this.#window.set(this.#bytes.subarray(start, end));
    this.#window.fill(0, end - start, end - start + padding);
    this.#shared.owner = this;
    this.#from = start;
    this.#to = end;
  }
}

let shared: Shared | "none" | undefined;
let seen = 0;

function made(): Shared | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  const code = Buffer.from(binary, "base64");
  if (!WebAssembly.validate(code)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  return { module: exports as Module, owner: undefined };
}
