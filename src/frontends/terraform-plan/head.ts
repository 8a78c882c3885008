import { type DuplicateKey, distinctMembers } from "../json/duplicate-keys.ts";
import { below } from "../json/pointer.ts";
import type { JsonScanner } from "../json/scanner.ts";

/**
 * What is read of every resource record, wanted or not: who it is, and where it stands in the bytes. Records are those
 * of `resource_changes` and its siblings, and the resources of states.
 */
export interface Head {
  readonly pointer: string;
  /** Byte offsets of the record. */
  readonly start: number;
  readonly end: number;
  /** Keys in the record, at every depth. */
  readonly keys: number;
  readonly address: string | undefined;
  readonly type: string | undefined;
  readonly mode: string | undefined;
  readonly providerName: string | undefined;
  readonly deposed: string | undefined;
  /** Words of `change.actions`; undefined in a state. */
  readonly actions: readonly unknown[] | undefined;
  /** Whether anything in it is marked as sensitive. */
  readonly marked: boolean;
}

type Draft = { -readonly [Key in keyof Head]: Head[Key] };

/** Passes a record. Keys that stand twice in the record itself, or in its change, are noted. */
export function readHead(
  scanner: JsonScanner,
  start: number,
  depth: number,
  pointer: string,
  twice: DuplicateKey[],
): Head {
  const draft: Draft = { ...nothing, pointer, start };
  const keysBefore = scanner.keys;
  draft.end = scanner.isObject(start)
    ? distinctMembers(scanner, start, depth, pointer, twice, (key, at) =>
        readMember(scanner, draft, key, at, depth + 1, twice),
      )
    : scanner.value(start, depth);
  draft.keys = scanner.keys - keysBefore;
  return draft;
}

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
  actions: undefined,
  marked: false,
};

function readMember(
  scanner: JsonScanner,
  draft: Draft,
  key: string,
  at: number,
  depth: number,
  twice: DuplicateKey[],
): number {
  if (key === "change" && scanner.isObject(at)) {
    return distinctMembers(scanner, at, depth, below(draft.pointer, key), twice, (inner, value) =>
      readChange(scanner, draft, inner, value, depth + 1),
    );
  }
  const end = key === "sensitive_values" ? readMarks(scanner, draft, at, depth) : scanner.value(at, depth);
  switch (key) {
    case "address":
      draft.address = scanner.stringAt(at);
      break;
    case "type":
      draft.type = scanner.stringAt(at);
      break;
    case "mode":
      draft.mode = scanner.stringAt(at);
      break;
    case "provider_name":
      draft.providerName = scanner.stringAt(at);
      break;
    case "deposed":
    case "deposed_key":
      draft.deposed = scanner.stringAt(at);
      break;
  }
  return end;
}

function readChange(scanner: JsonScanner, draft: Draft, key: string, at: number, depth: number): number {
  if (key === "before_sensitive" || key === "after_sensitive") return readMarks(scanner, draft, at, depth);
  const end = scanner.value(at, depth);
  if (key === "actions" && scanner.isList(at)) draft.actions = scanner.parse(at, end) as readonly unknown[];
  return end;
}

/** A mask is `{}`, `false`, or has a `true` somewhere. */
function readMarks(scanner: JsonScanner, draft: Draft, at: number, depth: number): number {
  const before = scanner.trues;
  const end = scanner.value(at, depth);
  if (scanner.trues > before) draft.marked = true;
  return end;
}
