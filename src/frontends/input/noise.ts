import type { Buffer } from "node:buffer";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, wholeDocument } from "../json/scanner.ts";

/** How far into a document its first object may begin, and how much may follow it. */
const maxNoise = 64 * 1024;

/**
 * Where the JSON of a document begins. Wrappers of Terraform print lines of their own around it, such as
 * `[command]/usr/bin/terraform show -json`; it begins with the first line that begins with `{`. A document that is a
 * list, or a word, begins at its beginning, and so does one that is no JSON at all.
 */
export function startOfJson(bytes: Buffer): { readonly start: number; readonly noise: number } {
  const scanner = new JsonScanner(bytes);
  const start = scanner.space(0);
  if (start >= bytes.length || scanner.isObject(start) || isWhole(scanner, start)) return { start, noise: 0 };
  const head = bytes.toString("latin1", start, start + maxNoise);
  const line = /^\{\s*(?:"|\})/m.exec(head);
  if (line === null) return { start, noise: 0 };
  return {
    start: start + line.index,
    noise: head
      .slice(0, line.index)
      .split("\n")
      .filter((one) => one.trim() !== "").length,
  };
}

/** Whether nothing follows but what a wrapper prints: workflow commands such as `::debug::`. */
export function isNoise(bytes: Buffer, from: number): boolean {
  if (bytes.length - from > maxNoise) return false;
  const lines = bytes.toString("utf8", from).split("\n");
  return lines.every((line) => line.trim() === "" || line.startsWith("::"));
}

function isWhole(scanner: JsonScanner, start: number): boolean {
  try {
    wholeDocument(scanner, start, (at) => scanner.value(at, 0));
    return true;
  } catch (error) {
    if (error instanceof JsonProblem) return false;
    throw error;
  }
}
