import { createHash } from "node:crypto";
import type { Subject } from "#model/identity.ts";
import { wholeText } from "#model/text.ts";

/** A node with a name. */
export type Named = Subject & { readonly kind: string };

/**
 * The semantic keys of subjects: cloud, kind, account when known, and name; the address (before a move, the old one) where the name is not known or was
 * made up, or where two subjects would share a key.
 */
export function semanticKeys(subjects: Iterable<Named>): ReadonlyMap<string, string> {
  const distinct = new Map([...subjects].map((subject) => [subject.id, subject]));
  const owners = new Map<string, number>();
  for (const subject of distinct.values()) {
    const key = nameKey(subject);
    if (key !== undefined) owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return new Map([...distinct.values()].map((subject) => [subject.id, keyOf(subject, owners)]));
}

function keyOf(subject: Named, owners: ReadonlyMap<string, number>): string {
  const key = nameKey(subject);
  return key !== undefined && owners.get(key) === 1 ? key : addressKey(subject);
}

function nameKey(subject: Named): string | undefined {
  const name = wholeText(subject.name);
  return name.known && name.value !== "" && subject.generatedName !== true
    ? JSON.stringify([subject.cloud, subject.kind, subject.type, subject.account ?? "", name.value])
    : undefined;
}

function addressKey(subject: Named): string {
  return JSON.stringify([subject.cloud, subject.kind, subject.previousAddress ?? subject.address]);
}

/** The short form of rule, subject and detail: ten characters, stable across renames in the source, never a line or a position. */
export function findingId(rule: string, subjectKey: string, detail: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([rule, subjectKey, detail]))
    .digest();
  return [...digest.subarray(0, 10)].map((byte) => alphabet[byte % 32]).join("");
}

/** 32 letters and digits, without 0, 1, l and o, which are easily mistaken for each other. */
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
