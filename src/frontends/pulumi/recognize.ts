import { InputError } from "#model/input-error.ts";
import type { Input } from "../frontend.ts";
import { type OpenedDocument, openDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, stop } from "../json/scanner.ts";

/** What Pulumi writes: a preview, events (a line each, or a list of them), a plan, the state of a stack. */
export type Form = "preview" | "event-log" | "event-list" | "plan" | "stack";

/** The form of an input, by its content; undefined where it is nothing of Pulumi that tells what resources are. */
export function formOf(input: Input): Form | undefined {
  try {
    return formIn(openDocument(input));
  } catch (error) {
    // Whatever is wrong with it, it was not seen to be of Pulumi; the refusal says what it is.
    if (error instanceof JsonProblem || error instanceof InputError) return undefined;
    throw error;
  }
}

export function formIn({ bytes, start }: OpenedDocument): Form | undefined {
  const scanner = new JsonScanner(bytes);
  if (scanner.isList(start)) return firstItem(scanner, start, 0, isEvent) ? "event-list" : undefined;
  return scanner.isObject(start) ? formOfObject(scanner, start) : undefined;
}

/** The keys that may stand before the one that tells; any other is none of Pulumi's, and nothing more is looked at. */
const before = new Set(
  "config diagnostics duration changeSummary maybeCorrupt version features manifest stack sequence timestamp type".split(
    " ",
  ),
);

function formOfObject(scanner: JsonScanner, start: number): Form | undefined {
  let found: Form | undefined;
  scanner.members(start, 0, (key, at) => {
    found = formByMember(scanner, key, at);
    return found === undefined && before.has(key) ? scanner.value(at, 1) : stop;
  });
  return found;
}

function formByMember(scanner: JsonScanner, key: string, at: number): Form | undefined {
  switch (key) {
    case "steps":
      return firstItem(scanner, at, 1, hasUrn) ? "preview" : undefined;
    case "resourcePlans":
      return scanner.isObject(at) ? "plan" : undefined;
    case "deployment":
    case "checkpoint":
      return scanner.isObject(at) ? "stack" : undefined;
    case "events":
      return firstItem(scanner, at, 1, isEvent) ? "event-list" : undefined;
    default:
      return isEventKey(key) && scanner.isObject(at) ? "event-log" : undefined;
  }
}

/** `resourcePreEvent`. */
function isEventKey(key: string): boolean {
  return /^[a-z][A-Za-z]*Event$/.test(key);
}

type Question = (scanner: JsonScanner, at: number, depth: number) => boolean;

function firstItem(scanner: JsonScanner, at: number, depth: number, asks: Question): boolean {
  let answer = false;
  if (!scanner.isList(at)) return false;
  scanner.items(at, depth, (_, item) => {
    answer = asks(scanner, item, depth + 1);
    return stop;
  });
  return answer;
}

function hasUrn(scanner: JsonScanner, at: number, depth: number): boolean {
  return hasKey(scanner, at, depth, (key) => key === "urn");
}

function isEvent(scanner: JsonScanner, at: number, depth: number): boolean {
  return hasKey(scanner, at, depth, isEventKey);
}

function hasKey(scanner: JsonScanner, at: number, depth: number, wanted: (key: string) => boolean): boolean {
  let found = false;
  if (!scanner.isObject(at)) return false;
  scanner.members(at, depth, (key, value) => {
    found = wanted(key);
    return found ? stop : scanner.value(value, depth + 1);
  });
  return found;
}
