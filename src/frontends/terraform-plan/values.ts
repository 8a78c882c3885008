import { isRecord } from "#model/json-tree.ts";
import { type DuplicateKey, duplicateKeys, hasDuplicates } from "../json/duplicate-keys.ts";
import type { JsonScanner } from "../json/scanner.ts";
import type { Head } from "./head.ts";
import type { Notices } from "./notices.ts";

/** A record as a value, with the pointers of what is ambiguous in it. */
export interface Parsed {
  readonly value: unknown;
  readonly twice: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Parses a record. Keys that stand twice inside its values are noted, and what they hold counts as ambiguous. */
export function parseRecord(scanner: JsonScanner, head: Head, notices: Notices): Parsed {
  const value = scanner.parse(head.start, head.end);
  if (!hasDuplicates(value, head.keys)) return { value, twice: none };
  const found = duplicateKeys(scanner, head.start, head.pointer).filter((one) => !isStructure(head, one));
  for (const one of found) notices.duplicate("info", one, head.address);
  return { value, twice: new Set(found.map((one) => valueBehind(head, one.pointer))) };
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
