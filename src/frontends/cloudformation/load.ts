import type { Buffer } from "node:buffer";
import type { Input } from "../frontend.ts";
import { openDocument } from "../input/open.ts";
import { duplicateKeys, hasDuplicates } from "../json/duplicate-keys.ts";
import type { Place } from "../json/place.ts";
import { placesOf } from "../json/places.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, wholeDocument } from "../json/scanner.ts";
import { jsonError } from "../refusals/json-error.ts";
import type { Loaded } from "./loaded.ts";
import { isJson } from "./recognize.ts";

/** What is kept of what was read, by the bytes that it was read from. */
const kept = new WeakMap<Uint8Array, Promise<Loaded>>();

/** @throws InputError where the text is neither JSON nor YAML, or more than anybody wants to read. */
export function load(input: Input): Promise<Loaded> {
  return kept.get(input.bytes) ?? read(input);
}

/** As `load`, of what will be loaded again: a template with nested ones, and one that is nested, maybe many times. */
export function loadAndKeep(input: Input): Promise<Loaded> {
  const loaded = load(input);
  kept.set(input.bytes, loaded);
  return loaded;
}

async function read(input: Input): Promise<Loaded> {
  const document = openDocument(input);
  if (!isJson(document)) {
    const { loadYaml } = await import("./yaml/load.ts");
    return loadYaml(input.path, document.bytes.toString("utf8"));
  }
  try {
    return loadJson(document);
  } catch (error) {
    throw error instanceof JsonProblem ? jsonError(document, error) : error;
  }
}

function loadJson({ bytes, start }: ReturnType<typeof openDocument>): Loaded {
  const scanner = new JsonScanner(bytes);
  const end = wholeDocument(scanner, start, (at) => scanner.value(at, 0));
  const root = scanner.parse(start, end);
  if (typeof root === "object" && root !== null && !mayHoldMacros(bytes)) macroless.add(root);
  if (!hasDuplicates(root, scanner.keys)) return { root, twice: [] };
  const twice = duplicateKeys(scanner, start, "").map(({ pointer, first, second }) => ({
    pointer,
    places: `at bytes ${first} and ${second}`,
  }));
  return { root, twice };
}

/** Roots of templates in whose text no macro and no loop can be. */
const macroless = new WeakSet<object>();

/** Whether a template may hold macros or loops, which is looked for in its text: in its values it takes as long as reading it. */
export function mayHaveMacros(root: unknown): boolean {
  return typeof root !== "object" || root === null || !macroless.has(root);
}

/** Their names may be written by escapes. */
function mayHoldMacros(bytes: Buffer): boolean {
  return ["Fn::Transform", "Fn::ForEach", "\\u"].some((one) => bytes.includes(one));
}

/** Lines and columns of JSON pointers into a template that was read before. */
export async function placesInTemplate(input: Input, pointers: Iterable<string>): Promise<ReadonlyMap<string, Place>> {
  const document = openDocument(input);
  if (isJson(document)) return placesOf(document.bytes, document.start, pointers);
  const { placesInYaml } = await import("./yaml/places.ts");
  return placesInYaml(document.bytes.toString("utf8"), pointers);
}
