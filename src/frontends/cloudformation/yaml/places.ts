import type { Place } from "../../json/place.ts";
import { type Step, stepInto } from "./entries.ts";
import { type Node, nodesOf } from "./nodes.ts";

/** Where JSON pointers stand in a YAML text; one that is not there, where the nearest value around it stands. */
export function placesInYaml(text: string, pointers: Iterable<string>): ReadonlyMap<string, Place> {
  const root = nodesOf(text);
  const lines = lineStarts(text);
  return new Map(
    root === undefined ? [] : [...pointers].map((pointer) => [pointer, placeAt(offsetOf(root, pointer), lines)]),
  );
}

function offsetOf(root: Node, pointer: string): number {
  let node: Node | undefined = root;
  let found = root.start;
  for (const step of pointer.split("/").slice(1)) {
    const inner: Step | undefined = node === undefined ? undefined : stepInto(node, unescaped(step));
    if (inner === undefined) return found;
    found = inner.at;
    node = inner.node;
  }
  return found;
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The offset of each line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

export function placeAt(offset: number, starts: readonly number[]): Place {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
