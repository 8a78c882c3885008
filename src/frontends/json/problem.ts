/**
 * What is wrong with a JSON text. `truncated`: it ends too early. `trailing`: something follows its end. `too-long`: a
 * value in it is longer than any string may be.
 */
export type ProblemKind = "invalid" | "truncated" | "trailing" | "too-deep" | "too-long";

/** A text that is not JSON, or too deep to be read. It knows where, and never quotes the text: it may hold secrets. */
export class JsonProblem extends Error {
  readonly kind: ProblemKind;
  /** Byte offset of the place. */
  readonly offset: number;

  constructor(kind: ProblemKind, offset: number) {
    super(`${kind} JSON at byte ${offset}`);
    this.name = "JsonProblem";
    this.kind = kind;
    this.offset = offset;
  }
}
