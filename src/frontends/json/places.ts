import type { Buffer } from "node:buffer";
import type { Place } from "./place.ts";
import { JsonScanner } from "./scanner.ts";

/** The pointers that are looked for, step by step. */
interface Wanted {
  readonly steps: Map<string, Wanted>;
  /** Where it begins; none for what the document does not have. */
  offset?: number;
}

/**
 * Where the values of JSON pointers stand in a document that begins at `start`: those that are not there, where the nearest value around them stands. It
 * passes the document once, and makes no values.
 */
export function placesOf(bytes: Buffer, start: number, pointers: Iterable<string>): ReadonlyMap<string, Place> {
  const top: Wanted = { steps: new Map(), offset: start };
  const wanted = [...pointers].map((pointer) => [pointer, enter(top, pointer)] as const);
  const scanner = new JsonScanner(bytes);
  visit(scanner, scanner.space(start), 0, top);
  const offsets = new Map(wanted.map(([pointer, way]) => [pointer, way.findLast(isFound)?.offset ?? start]));
  const places = placesAt(bytes, new Set(offsets.values()));
  return new Map(
    [...offsets].flatMap(([pointer, offset]) => {
      const place = places.get(offset);
      return place === undefined ? [] : [[pointer, place] as const];
    }),
  );
}

function isFound(one: Wanted): boolean {
  return one.offset !== undefined;
}

/** Notes a pointer, and gives the way to it from the top. */
function enter(top: Wanted, pointer: string): readonly Wanted[] {
  const way = [top];
  let at = top;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = at.steps.get(key) ?? { steps: new Map<string, Wanted>() };
    at.steps.set(key, next);
    at = next;
    way.push(next);
  }
  return way;
}

function visit(scanner: JsonScanner, at: number, depth: number, wanted: Wanted): number {
  const below = (step: string, value: number, offset: number): number => {
    const next = wanted.steps.get(step);
    if (next === undefined) return scanner.value(value, depth + 1);
    next.offset = offset;
    return visit(scanner, value, depth + 1, next);
  };
  if (wanted.steps.size === 0) return scanner.value(at, depth);
  if (scanner.isObject(at)) return scanner.members(at, depth, below);
  if (scanner.isList(at)) return scanner.items(at, depth, (index, item) => below(String(index), item, item));
  return scanner.value(at, depth);
}

const lineEnd = 0x0a;

/** Lines and columns of byte offsets, in one pass: a document may be one line of many megabytes. */
function placesAt(bytes: Buffer, offsets: ReadonlySet<number>): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  let line = 1;
  let column = 1;
  let done = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (let end = bytes.indexOf(lineEnd, done); end >= 0 && end < offset; end = bytes.indexOf(lineEnd, done)) {
      line++;
      column = 1;
      done = end + 1;
    }
    column += bytes.toString("utf8", done, offset).length;
    done = offset;
    places.set(offset, { line, column });
  }
  return places;
}
