import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RepeatedValues } from "#frontends/json/repeated.ts";
import { JsonScanner } from "#frontends/json/scanner.ts";
import { RecordReader, type Records } from "#frontends/terraform-plan/records.ts";
import { fixtures } from "../../suites/rule-cases.ts";

/** A plan is read the fast way when it is long; whitespace behind it makes it so. */
const padding = " ".repeat(512 * 1024);

function recordsOf(text: string): Records {
  const scanner = new JsonScanner(Buffer.from(text));
  return new RecordReader(scanner, new RepeatedValues(scanner)).read(0);
}

const plans = ["plans/terraform-plan", "rules/no-wildcard-action", "rules/no-hardcoded-secret", "hostile"].flatMap(
  (folder) =>
    readdirSync(join(fixtures, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => readFileSync(join(fixtures, folder, path), "utf8"))
      .filter((text) => text.startsWith("{") && text.includes('"resource_changes"')),
);

test("there are plans of every kind to compare", () => {
  expect(plans.length).toBeGreaterThan(60);
});

test("a long plan is taken apart as a short one is", () => {
  for (const text of plans) expect(attempt(text + padding)).toEqual(attempt(text));
});

test("so is one that breaks off", () => {
  for (const text of plans.slice(0, 20)) {
    const cut = text.slice(0, Math.floor(text.length * 0.7));
    expect(attempt(cut + padding)).toBe("invalid");
  }
});

function attempt(text: string): Records | string {
  try {
    return recordsOf(text);
  } catch (error) {
    if (error instanceof Error && "kind" in error) return "invalid";
    throw error;
  }
}
