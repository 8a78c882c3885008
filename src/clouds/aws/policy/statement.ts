import type { Form } from "#model/choice.ts";
import type { SourceLocation } from "#model/location.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { Condition, Effect } from "#model/policy.ts";
import type { PrincipalSet } from "#model/principal.ts";
import { wholeText } from "#model/text.ts";
import { elements, type MapTree, type Tree, textOf } from "#model/tree.ts";
import { type Hole, hole, known, unknown, type Value } from "#model/value.ts";
import { readConditions } from "./conditions.ts";
import { readPrincipals } from "./principals.ts";

/** A statement as its document says it, not yet tied to anything. */
export interface ParsedStatement {
  readonly sid?: string;
  /** Set when it may have a Sid, or another one, that is not known. */
  readonly sidUnread?: Hole;
  readonly effect: Value<Effect>;
  readonly principals?: PrincipalSet;
  readonly actions: PatternSet;
  readonly resources: PatternSet;
  readonly conditions: readonly Condition[];
  /** Set when a part of the statement could not be read. */
  readonly unread?: Hole;
  /** Set where it is there, or reads like this, only in one form of a choice. */
  readonly form?: Form;
  /** How it is written in its form. */
  readonly writtenForm?: MapTree;
  /** Its place in the list that is written; statements that are forms of one have the same. */
  readonly position?: number;
  readonly at: SourceLocation;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export function readStatement(tree: MapTree): ParsedStatement {
  const element = elementReader(tree);
  const sid = wholeText(textOf(element("Sid")) ?? []);
  const principals = readPrincipals(element("Principal"), element("NotPrincipal"));
  const conditions = readConditions(element("Condition"));
  const unread = conditions.unread ?? contradiction(element);
  return {
    ...(sid.known ? sid.value !== "" && { sid: sid.value } : { sidUnread: sid.hole }),
    effect: readEffect(element("Effect")),
    ...(principals !== undefined && { principals }),
    actions: readActions(element("Action"), element("NotAction")),
    resources: readPatterns(element("Resource"), element("NotResource")),
    conditions: conditions.conditions,
    ...(unread !== undefined && { unread }),
    at: tree.at,
  };
}

type ElementReader = (name: string) => Tree;

/** Element names are compared without letter case where the right spelling is missing: a grant must not hide behind `"action"`. */
export function elementReader(tree: MapTree): ElementReader {
  const reader = readers.get(tree) ?? newReader(tree);
  readers.set(tree, reader);
  return reader;
}

/** A statement is read for what it says, and again for how it is written. */
const readers = new WeakMap<MapTree, ElementReader>();

function newReader(tree: MapTree): ElementReader {
  const keys = tree.keys();
  const found = new Map<string, Tree>();
  return (name) => {
    const element = found.get(name) ?? tree.get(spelled(name, keys));
    found.set(name, element);
    return element;
  };
}

function spelled(name: string, keys: readonly string[]): string {
  if (keys.includes(name)) return name;
  const lowered = name.toLowerCase();
  return keys.find((key) => key.length === lowered.length && key.toLowerCase() === lowered) ?? name;
}

function readEffect(tree: Tree): Value<Effect> {
  const text = textOf(tree);
  if (text === undefined) return unknown(hole("ambiguous-text"));
  const value = wholeText(text);
  if (!value.known) return value;
  const effect = value.value.toLowerCase();
  return effect === "allow" || effect === "deny" ? known(effect) : unknown(hole("ambiguous-text"));
}

/** A statement must say what it is about; one that does not was meant in some other way than we read it. */
function readActions(only: Tree, except: Tree): PatternSet {
  const missing = only.kind === "absent" && except.kind === "absent";
  return missing ? { match: "only", patterns: [[hole("ambiguous-text")]] } : readPatterns(only, except);
}

function readPatterns(only: Tree, except: Tree): PatternSet {
  const match = only.kind === "absent" && except.kind !== "absent" ? "all-except" : "only";
  const patterns = elements(match === "only" ? only : except).map((item) => textOf(item) ?? [hole("ambiguous-text")]);
  return { match, patterns };
}

/** Two elements that exclude each other: AWS refuses the document, and nobody can say what it would mean. */
function contradiction(element: ElementReader): Hole | undefined {
  const twice = ["Action", "Resource", "Principal"].some(
    (name) => element(`Not${name}`).kind !== "absent" && element(name).kind !== "absent",
  );
  return twice ? hole("ambiguous-text") : undefined;
}
