import { type FastPass, type Names, numberOf } from "../json/fast-pass.ts";
import type { RepeatedValues } from "../json/repeated.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Head, KnownAddresses } from "./head.ts";
import { type Part, type PartName, type Parts, partNames } from "./parts.ts";

/** Members that only a resource of a state has. */
const ofState = [
  "schema_version",
  "values",
  "sensitive_values",
  "depends_on",
  "deposed_key",
  "tainted",
  "identity",
  "identity_schema_version",
];
const names: Names = {
  outer: [
    ...["address", "module_address", "mode", "type", "name", "index", "provider_name", "deposed"],
    ...["previous_address", "action_reason", ...ofState, "change"],
  ],
  inner: ["actions", "before", "after", "after_unknown", "before_sensitive", "after_sensitive", "replace_paths"],
};
const outer = (name: string) => numberOf(names, "outer", name);
const inner = (name: string) => numberOf(names, "inner", name);

const attributes = {
  address: outer("address"),
  type: outer("type"),
  mode: outer("mode"),
  providerName: outer("provider_name"),
  deposed: outer("deposed"),
};
const index = outer("index");
const change = outer("change");
const actions = inner("actions");
const sensitiveValues = outer("sensitive_values");
const deposedKey = outer("deposed_key");
const ofStateOnly = ofState.map(outer);
const masks = [inner("before_sensitive"), inner("after_sensitive")];
const parts: readonly (readonly [PartName, number])[] = partNames.map((name) => [
  name,
  names.inner.includes(name) ? inner(name) : outer(name),
]);

/** Passes ordinary records of a long plan at a run. What is in any way out of the ordinary is left to `HeadReader`. */
export class FastHeads {
  readonly #scanner: JsonScanner;
  readonly #fast: FastPass;
  readonly #repeated: RepeatedValues;

  private constructor(scanner: JsonScanner, fast: FastPass, repeated: RepeatedValues) {
    this.#scanner = scanner;
    this.#fast = fast;
    this.#repeated = repeated;
    fast.names = names;
  }

  static of(scanner: JsonScanner, repeated: RepeatedValues): FastHeads | undefined {
    return scanner.fast && new FastHeads(scanner, scanner.fast, repeated);
  }

  /** A resource of a state; only its end where it is surely known. */
  readState(start: number, depth: number, pointer: string, known: KnownAddresses): Head | number | undefined {
    const end = this.#fast.record(start, depth);
    if (end === undefined || this.#has(change) || this.#has(deposedKey)) return undefined;
    const marked = this.#isMarked(sensitiveValues);
    if (!marked && this.#isKnown(known)) {
      this.#scanner.count(this.#fast);
      return end;
    }
    const key = this.#fast.member(index);
    return this.#head(start, end, pointer, {
      index: key && this.#scanner.parse(key.start, key.end),
      actions: undefined,
      marked,
      parts: undefined,
    });
  }

  /** Whether a record that is told by its address alone is among what is known. */
  #isKnown(known: KnownAddresses): boolean {
    const address = this.#text(attributes.address);
    if (address === undefined || this.#has(attributes.deposed) || !this.#isText(attributes.type)) return false;
    return (address.endsWith("]") || !this.#has(index)) && known(address);
  }

  readChange(start: number, depth: number, pointer: string): Head | undefined {
    const end = this.#fast.record(start, depth);
    if (end === undefined || ofStateOnly.some((name) => this.#has(name))) return undefined;
    const list = this.#fast.member(actions);
    const isList = list !== undefined && this.#scanner.isList(list.start);
    return this.#head(start, end, pointer, {
      index: undefined,
      actions: isList ? (this.#repeated.parse(list.start, list.end).value as readonly unknown[]) : undefined,
      marked: masks.some((mask) => this.#isMarked(mask)),
      parts: this.#parts(),
    });
  }

  #head(start: number, end: number, pointer: string, rest: Pick<Head, "index" | "actions" | "marked" | "parts">): Head {
    this.#scanner.count(this.#fast);
    return {
      pointer,
      start,
      end,
      keys: this.#fast.keys,
      address: this.#text(attributes.address),
      type: this.#text(attributes.type),
      mode: this.#text(attributes.mode),
      providerName: this.#text(attributes.providerName),
      deposed: this.#text(attributes.deposed),
      ...rest,
    };
  }

  #has(name: number): boolean {
    return this.#fast.member(name) !== undefined;
  }

  #isMarked(name: number): boolean {
    const mask = this.#fast.member(name);
    return mask !== undefined && mask.trues > 0;
  }

  #isText(name: number): boolean {
    const found = this.#fast.member(name);
    return found !== undefined && this.#scanner.isText(found.start);
  }

  #text(name: number): string | undefined {
    const found = this.#fast.member(name);
    return found && this.#scanner.stringIn(found.start, found.end);
  }

  #parts(): Parts {
    const found: { [Name in PartName]?: Part } = {};
    for (const [name, number] of parts) {
      const part = this.#fast.member(number);
      if (part !== undefined) found[name] = { start: part.start, end: part.end, keys: part.keys };
    }
    return found;
  }
}
