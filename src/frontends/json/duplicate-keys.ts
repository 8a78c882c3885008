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
  const places = spare.pop() ?? new Places();
  const end = scanner.members(start, depth, (key, at, keyAt) => {
    const first = places.enter(key, keyAt);
    if (first !== undefined) twice.push({ pointer: below(pointer, key), first, second: keyAt });
    return visit(key, at, keyAt);
  });
  places.clear();
  spare.push(places);
  return end;
}

/** A document has as many objects as it has resources, and only a few are open at a time. */
const spare: Places[] = [];

const few = 16;

/** Where keys stand. Most objects have few, which are found quicker in a list; one with many gets a map. */
class Places {
  readonly #keys: string[] = [];
  readonly #places: number[] = [];
  #count = 0;
  #map: Map<string, number> | undefined;

  /** Notes a key, and tells where it stood before. */
  enter(key: string, place: number): number | undefined {
    const count = this.#count;
    if (count === few) return this.#enterMap(key, place);
    this.#keys[count] = key;
    this.#places[count] = place;
    this.#count++;
    for (let i = count - 1; i >= 0; i--) if (this.#keys[i] === key) return this.#places[i];
    return undefined;
  }

  clear(): void {
    this.#count = 0;
    this.#map = undefined;
  }

  #enterMap(key: string, place: number): number | undefined {
    this.#map ??= new Map(this.#keys.map((one, i) => [one, this.#places[i] ?? place]));
    const first = this.#map.get(key);
    this.#map.set(key, place);
    return first;
  }
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

/** How many keys a parsed value has, at every depth. */
export function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += keysIn(item);
    return count;
  }
  const record = value as Readonly<Record<string, unknown>>;
  // What was parsed has no keys but its own.
  for (const key in record) count += 1 + keysIn(record[key]);
  return count;
}
