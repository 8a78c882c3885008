import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { json } from "#reporters/json.ts";
import { text } from "#reporters/text.ts";

const folder = new URL("../../fixtures/reports/", import.meta.url);
const schema: unknown = JSON.parse(readFileSync(new URL("../../schema/report.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: false }).compile(schema as object);

for (const name of readdirSync(folder)) {
  describe(`fixtures/reports/${name}`, () => {
    const source = readFileSync(new URL(`${name}/report.json`, folder), "utf8");
    const report = JSON.parse(source) as Report;

    test("has its text", () => {
      const expected = readFileSync(new URL(`${name}/text.txt`, folder), "utf8");
      expect(text.render(report, { color: false, minSeverity: "info", quiet: false })).toBe(expected);
    });

    test("is what the published schema describes", () => {
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    });

    test("comes back from JSON as it was, two spaces deep, with a line end", () => {
      const written = json.render(report, { color: false, minSeverity: "info", quiet: false });
      expect(JSON.parse(written)).toEqual(report);
      expect(written.endsWith("\n}\n")).toBe(true);
      expect(written.split("\n")[1]).toBe('  "schemaVersion": "1.0",');
    });
  });
}

test("the schema refuses what is no report", () => {
  expect(validate({ schemaVersion: "1.0" })).toBe(false);
});
