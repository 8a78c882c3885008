import { isRecord } from "#model/json-tree.ts";
import { type DuplicateKey, duplicateKeys, hasDuplicates } from "../json/duplicate-keys.ts";
import type { RepeatedValues } from "../json/repeated.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Head } from "./head.ts";
import type { Notices } from "./notices.ts";
import { type Part, type PartName, type Parts, partNames } from "./parts.ts";

/** A record as a value, with the pointers of what is ambiguous in it. */
export interface Parsed {
  readonly value: unknown;
  readonly twice: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Parses records of one document. */
export class RecordParser {
  readonly #scanner: JsonScanner;
  readonly #repeated: RepeatedValues;
  readonly #notices: Notices;

  constructor(scanner: JsonScanner, repeated: RepeatedValues, notices: Notices) {
    this.#scanner = scanner;
    this.#repeated = repeated;
    this.#notices = notices;
  }

  /** Keys that stand twice inside the values of a record are noted, and what they hold counts as ambiguous. */
  parse(head: Head): Parsed {
    return (head.parts === undefined ? undefined : this.#ofParts(head.parts, head.actions)) ?? this.#whole(head);
  }

  /** A change from its parts; undefined where a key stands twice in one of them. */
  #ofParts(parts: Parts, actions: Head["actions"]): Parsed | undefined {
    const found: { [Name in PartName]?: unknown } = {};
    for (const name of partNames) {
      const part = parts[name];
      if (part === undefined) continue;
      if (name === "before" && this.#isSame(part, parts.after)) found[name] = found.after;
      else {
        const { value, keys } = this.#repeated.parse(part.start, part.end);
        if (keys !== part.keys) return undefined;
        found[name] = value;
      }
    }
    const { name, index, previous_address } = found;
    return { value: { name, index, previous_address, change: { actions, ...found } }, twice: none };
  }

  /** Whether two values are spelled alike: most resources of a plan do not change. */
  #isSame(one: Part, other: Part | undefined): boolean {
    const { bytes } = this.#scanner;
    return other !== undefined && bytes.compare(bytes, other.start, other.end, one.start, one.end) === 0;
  }

  #whole(head: Head): Parsed {
    const value = this.#scanner.parse(head.start, head.end);
    if (!hasDuplicates(value, head.keys)) return { value, twice: none };
    const found = duplicateKeys(this.#scanner, head.start, head.pointer).filter((one) => !isStructure(head, one));
    for (const one of found) this.#notices.duplicate("info", one, head.address);
    return { value, twice: new Set(found.map((one) => valueBehind(head, one.pointer))) };
  }
}

/** Keys of the record itself and of its change are noted when it is first passed. */
function isStructure({ pointer }: Head, twice: DuplicateKey): boolean {
  const path = twice.pointer.slice(pointer.length + 1).split("/");
  return path.length === 1 || (path.length === 2 && path[0] === "change");
}

/** A mask that can be read in two ways makes the value ambiguous that it is about. */
function valueBehind({ pointer }: Head, twice: string): string {
  const mask = `${pointer}/change/after_unknown/`;
  return twice.startsWith(mask) ? `${pointer}/change/after/${twice.slice(mask.length)}` : twice;
}

/** Whether a value may be the values of a resource, or the mask of some. */
export function isValues(value: unknown): boolean {
  return value === undefined || value === null || isRecord(value);
}

export function isMask(value: unknown): boolean {
  return isValues(value) || typeof value === "boolean";
}

/** Whether two values are the same; the order of keys says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}
