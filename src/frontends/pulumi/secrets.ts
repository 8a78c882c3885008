import { isRecord, parseJson } from "#model/json-tree.ts";
import type { Merged } from "./merged.ts";
import { secretsIn } from "./special.ts";

/** Short words say nothing, and hiding them everywhere would spoil the report. */
const shortest = 4;

/** Every string inside of secrets that a document tells. It must not reach any output. */
export function secretsOf(resources: readonly Merged[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { old, new: next } of resources)
    for (const state of [old, next])
      for (const secret of secretsIn([state?.value.inputs, state?.value.outputs])) leaves(secret, found);
  return found;
}

function leaves(value: unknown, found: Set<string>): void {
  if (typeof value === "string") text(value, found);
  else if (typeof value === "number") found.add(String(value));
  else if (Array.isArray(value)) for (const item of value) leaves(item, found);
  else if (isRecord(value)) for (const item of Object.values(value)) leaves(item, found);
}

function text(value: string, found: Set<string>): void {
  if (value === "") return;
  found.add(value);
  if (/^\s*[[{]/.test(value)) documentLeaves(parseJson(value), found);
}

/** A policy is secret because of something in it: a condition may hold it, and nearly all else are everybody's words. */
function documentLeaves(document: unknown, found: Set<string>): void {
  const inner = new Set<string>();
  leaves(isPolicy(document) ? conditionsIn(document) : document, inner);
  for (const word of inner) if (word.length >= shortest) found.add(word);
}

function isPolicy(document: unknown): document is Readonly<Record<string, unknown>> {
  return isRecord(document) && Object.keys(document).some((key) => key.toLowerCase() === "statement");
}

function conditionsIn(document: Readonly<Record<string, unknown>>): readonly unknown[] {
  const statements = [document.Statement].flat();
  return statements.flatMap((one) => (isRecord(one) ? [one.Condition] : []));
}
