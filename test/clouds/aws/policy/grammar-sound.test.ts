import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Purpose } from "#clouds/aws/policy/defect.ts";
import { documentDefects } from "#clouds/aws/policy/grammar.ts";
import { isSound } from "#clouds/aws/policy/grammar-sound.ts";
import { isRecord, jsonTree } from "#model/json-tree.ts";
import { fixtures } from "../../../suites/rule-cases.ts";

const purposes: readonly Purpose[] = ["identity", "trust", "resource", "guardrail"];

/** The policy documents that stand as texts in the plans of a rule's cases. */
function documentsIn(folder: string): readonly unknown[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("plan.json"))
    .flatMap((path) => textsIn(JSON.parse(readFileSync(join(folder, path), "utf8"))))
    .filter((text) => text.startsWith("{") && text.includes("Statement"))
    .flatMap((text) => {
      try {
        return [JSON.parse(text) as unknown];
      } catch {
        // Some cases are about texts that are no JSON.
        return [];
      }
    });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const documents = ["no-invalid-policy-document", "no-confused-deputy", "no-unscoped-resource"].flatMap((rule) =>
  documentsIn(join(fixtures, "rules", rule)),
);

function defects(document: unknown, purpose: Purpose): number {
  const tree = jsonTree(document, { document: "policy.json", pointer: "" });
  return tree.kind === "map" ? documentDefects(tree, purpose).length : 1;
}

/** One change somewhere in a document: something is taken away, put in its place, called otherwise, or stands twice. */
const odd = [null, "", "*", [], {}, 1, true, "s3:*", "arn:aws:s3:::b", "Allow", ["sts:AssumeRole", "x"], { AWS: "*" }];
const edits: readonly ((container: Record<string, unknown>, key: string, pick: number) => void)[] = [
  (container, key) => delete container[key],
  (container, key, pick) => (container[key] = odd[pick % odd.length]),
  (container, key) => (container[key.toLowerCase()] = container[key]),
  (container, key) => (container[`Not${key}`] = container[key]),
  (container, key) => (container[key] = [container[key], container[key]].flat()),
];

type Place = readonly [container: Record<string, unknown>, key: string];

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key): readonly Place[] => [[container, key], ...placesIn(container[key])]);
}

function edited(document: unknown, edit: number, place: number, pick: number): unknown {
  const copy = structuredClone(document);
  const places = placesIn(copy);
  const [container, key] = places[place % places.length] ?? [];
  if (container !== undefined && key !== undefined) edits[edit % edits.length]?.(container, key, pick);
  return copy;
}

describe("what is sound at first sight", () => {
  test("there are documents to look at, and most are", () => {
    expect(documents.length).toBeGreaterThan(50);
    const sound = documents.filter((one) => purposes.some((purpose) => isSound(one, purpose)));
    expect(sound.length).toBeGreaterThan(documents.length / 2);
  });

  test.each(purposes)("has no defect as %s", (purpose) => {
    for (const one of documents) if (isSound(one, purpose)) expect(defects(one, purpose)).toBe(0);
  });

  test("has none after any change", () => {
    const some = fc.constantFrom(...documents.filter(isRecord));
    fc.assert(
      fc.property(some, fc.constantFrom(...purposes), fc.nat(), fc.nat(), fc.nat(), (document, purpose, ...how) => {
        const changed = edited(document, ...how);
        if (isSound(changed, purpose)) expect(defects(changed, purpose)).toBe(0);
      }),
      { numRuns: 5000 },
    );
  });
});
