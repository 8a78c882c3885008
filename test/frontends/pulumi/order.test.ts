import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isRecord } from "#model/json-tree.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../../src/check.ts";
import { usual } from "../../usual.ts";
import { recordings } from "./support.ts";

function reportOf(preview: unknown): Promise<Report> {
  return check([{ path: "preview.json", bytes: Buffer.from(JSON.stringify(preview)) }], usual);
}

/** Lists in another order, the same one each time: steps, and what resources and properties depend on. */
function shuffled(value: unknown, by: number, key = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => shuffled(one, by));
    const isFree =
      key === "steps" || key === "dependencies" || items.every((one) => String(one).startsWith("urn:pulumi:"));
    return isFree ? [...items].sort((a, b) => spread(a, by) - spread(b, by)) : items;
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shuffled(one, by, name)]));
}

/** A number that has nothing to do with the order of things. */
function spread(value: unknown, by: number): number {
  let sum = by;
  for (const character of JSON.stringify(value)) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  return sum;
}

/** Where a step stands is a place in the document, and all else is the same. */
function withoutPlaces(report: Report): unknown {
  return JSON.parse(JSON.stringify(report).replaceAll(/\/steps\/\d+/g, "/steps/N"));
}

it.each([
  "greenfield/preview.json",
  "change/preview-all.json",
  "change/preview-steps.json",
  "components/preview-all.json",
])("a report is the same in whatever order the engine tells of resources: %s", async (name) => {
  const preview: unknown = JSON.parse(readFileSync(`${recordings}/${name}`, "utf8"));
  const report = withoutPlaces(await reportOf(preview));
  for (const by of [1, 17, 4711]) {
    const other = shuffled(preview, by);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(preview));
    expect(withoutPlaces(await reportOf(other))).toEqual(report);
  }
});
