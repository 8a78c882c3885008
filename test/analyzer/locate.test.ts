import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withPlaces } from "#analyzer/locate.ts";
import type { Report } from "#model/report.ts";

const report = JSON.parse(
  readFileSync(new URL("../../fixtures/reports/mixed/report.json", import.meta.url), "utf8"),
) as Report;

test("each evidence gets the place of the value that its JSON text stands in; each document is asked once", async () => {
  const asked: (readonly [string, readonly string[]])[] = [];
  const located = await withPlaces(report, async (document, pointers) => {
    asked.push([document, [...pointers]]);
    return new Map([["/resource_changes/3/change/after/policy", { line: 7, column: 5 }]]);
  });
  expect(asked.map(([document]) => document)).toEqual(["plan.json"]);
  expect(asked[0]?.[1].filter((pointer) => pointer.includes("#"))).toEqual([]);
  const [admin] = located.findings;
  expect(admin?.evidence[0]?.location).toMatchObject({
    pointer: "/resource_changes/3/change/after/policy#/Statement/0",
    line: 7,
    column: 5,
  });
  expect(admin?.evidence[1]?.location).not.toHaveProperty("line");
});

test("but for that the report is what it was", async () => {
  expect(await withPlaces(report, async () => new Map())).toEqual(report);
});
