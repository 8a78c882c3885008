import { type DuplicateKey, distinctMembers } from "../json/duplicate-keys.ts";
import { below } from "../json/pointer.ts";
import type { RepeatedValues } from "../json/repeated.ts";
import type { JsonScanner } from "../json/scanner.ts";
import { FastHeads } from "./fast-heads.ts";
import type { Head, KnownAddresses } from "./head.ts";
import { PartsDraft } from "./parts.ts";

type Draft = { -readonly [Key in keyof Head]: Head[Key] };

const nothing: Draft = {
  pointer: "",
  start: 0,
  end: 0,
  keys: 0,
  address: undefined,
  type: undefined,
  mode: undefined,
  providerName: undefined,
  deposed: undefined,
  index: undefined,
  actions: undefined,
  marked: false,
  parts: undefined,
};

/** Members of a record that are strings, and what they are called here. */
const attributes: ReadonlyMap<string, "address" | "type" | "mode" | "providerName" | "deposed"> = new Map([
  ["address", "address"],
  ["type", "type"],
  ["mode", "mode"],
  ["provider_name", "providerName"],
  ["deposed", "deposed"],
  ["deposed_key", "deposed"],
]);

/** Passes records, and takes down what is read of each. */
export class HeadReader {
  readonly #scanner: JsonScanner;
  readonly #repeated: RepeatedValues;
  readonly #twice: DuplicateKey[];
  readonly #fast: FastHeads | undefined;

  /** Keys that stand twice in a record itself, or in its change, are added to `twice`. */
  constructor(scanner: JsonScanner, repeated: RepeatedValues, twice: DuplicateKey[]) {
    this.#scanner = scanner;
    this.#repeated = repeated;
    this.#twice = twice;
    this.#fast = FastHeads.of(scanner, repeated);
  }

  /** A resource of a state. Only where it ends may be told of one that is known and holds no secret. */
  readState(start: number, depth: number, pointer: string, known: KnownAddresses): Head | number {
    return this.#fast?.readState(start, depth, pointer, known) ?? this.#read(start, depth, pointer, undefined);
  }

  /** An element of `resource_changes` or its siblings. */
  readChange(start: number, depth: number, pointer: string): Head {
    return this.#fast?.readChange(start, depth, pointer) ?? this.#read(start, depth, pointer, new PartsDraft());
  }

  #read(start: number, depth: number, pointer: string, parts: PartsDraft | undefined): Head {
    const scanner = this.#scanner;
    const draft: Draft = { ...nothing, pointer, start };
    const keysBefore = scanner.keys;
    draft.end = scanner.isObject(start)
      ? distinctMembers(scanner, start, depth, pointer, this.#twice, (key, at) =>
          this.#member(draft, parts, key, at, depth + 1),
        )
      : scanner.value(start, depth);
    draft.keys = scanner.keys - keysBefore;
    draft.parts = parts?.parts;
    return draft;
  }

  #member(draft: Draft, parts: PartsDraft | undefined, key: string, at: number, depth: number): number {
    const scanner = this.#scanner;
    if (key === "change" && scanner.isObject(at)) {
      const pointer = below(draft.pointer, key);
      return distinctMembers(scanner, at, depth, pointer, this.#twice, (inner, value) =>
        this.#change(draft, parts, inner, value, depth + 1),
      );
    }
    const keysBefore = scanner.keys;
    const end = key === "sensitive_values" ? this.#marks(draft, at, depth) : scanner.value(at, depth);
    parts?.ofRecord(key, at, end, scanner.keys - keysBefore);
    const name = attributes.get(key);
    if (name !== undefined) draft[name] = scanner.stringAt(at);
    if (key === "index" && parts === undefined) draft.index = scanner.parse(at, end);
    return end;
  }

  #change(draft: Draft, parts: PartsDraft | undefined, key: string, at: number, depth: number): number {
    const scanner = this.#scanner;
    const keysBefore = scanner.keys;
    const isMarks = key === "before_sensitive" || key === "after_sensitive";
    const end = isMarks ? this.#marks(draft, at, depth) : scanner.value(at, depth);
    parts?.ofChange(key, at, end, scanner.keys - keysBefore);
    if (key === "actions" && scanner.isList(at))
      draft.actions = this.#repeated.parse(at, end).value as readonly unknown[];
    return end;
  }

  /** A mask is `{}`, `false`, or has a `true` somewhere. */
  #marks(draft: Draft, at: number, depth: number): number {
    const before = this.#scanner.trues;
    const end = this.#scanner.value(at, depth);
    if (this.#scanner.trues > before) draft.marked = true;
    return end;
  }
}
