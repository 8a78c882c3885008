import { below } from "./pointer.ts";
import type { JsonScanner, VisitMember } from "./scanner.ts";

/** A key that stands twice in one object. JSON allows it, and everybody reads it differently. */
export interface DuplicateKey {
  /** JSON pointer of the value; both have the same. */
  readonly pointer: string;
  /** Byte offsets of the two keys. */
  readonly first: number;
  readonly second: number;
}

/** Passes an object as `JsonScanner.members` does, and notes the keys that stand twice in it. */
export function distinctMembers(
  scanner: JsonScanner,
  start: number,
  depth: number,
  pointer: string,
  twice: DuplicateKey[],
  visit: VisitMember,
): number {
  const places = new Map<string, number>();
  return scanner.members(start, depth, (key, at, keyAt) => {
    const first = places.get(key);
    if (first !== undefined) twice.push({ pointer: below(pointer, key), first, second: keyAt });
    places.set(key, keyAt);
    return visit(key, at, keyAt);
  });
}

/** Every key that stands twice somewhere in a value. Slow; `hasDuplicates` tells first whether there is any. */
export function duplicateKeys(scanner: JsonScanner, start: number, pointer: string): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const visit = (at: number, depth: number, pointer: string): number => {
    if (scanner.isList(at)) return scanner.items(at, depth, (i, item) => visit(item, depth + 1, below(pointer, i)));
    if (!scanner.isObject(at)) return scanner.value(at, depth);
    return distinctMembers(scanner, at, depth, pointer, found, (key, value) =>
      visit(value, depth + 1, below(pointer, key)),
    );
  };
  visit(start, 0, pointer);
  return found;
}

/** Whether a parsed value has fewer keys than were passed when it was scanned. */
export function hasDuplicates(value: unknown, keys: number): boolean {
  return keysIn(value) !== keys;
}

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += keysIn(item);
    return count;
  }
  for (const item of Object.values(value)) count += 1 + keysIn(item);
  return count;
}
