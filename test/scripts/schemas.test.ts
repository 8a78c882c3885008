import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rules as allRules } from "#rules/index.generated.ts";
import { presets } from "#ruleset/presets.generated.ts";
import { generateReportSchema, generateRulesetSchema } from "../../scripts/schemas.ts";
import { rules } from "../ruleset/support.ts";

const schema = JSON.parse(
  generateRulesetSchema(rules.map((rule) => ({ ...rule, title: `Title of ${rule.id}` }))),
) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);

const real = new Ajv2020({ strict: false }).compile(JSON.parse(generateRulesetSchema(allRules)) as object);

describe("the published schema of rulesets", () => {
  for (const name of presets.keys()) {
    test(`takes the preset ${name}`, () => {
      const preset: unknown = parse(readFileSync(new URL(`../../rulesets/${name}.yaml`, import.meta.url), "utf8"));
      expect(real(preset), JSON.stringify(real.errors)).toBe(true);
    });
  }

  const cases: readonly (readonly [title: string, ruleset: unknown, valid: boolean])[] = [
    ["a severity", { rules: { "no-public-trust": "low" } }, true],
    ["options of the rule", { rules: { "require-owner": { options: { on: ["role"] } } } }, true],
    ["options that the rule does not have", { rules: { "require-owner": { options: { onn: ["role"] } } } }, false],
    ["an option that it does not take", { rules: { "require-owner": { options: { on: ["rol"] } } } }, false],
    ["a rule that does not exist", { rules: { "no-public-trsut": "low" } }, false],
    ["a key that does not exist", { ruls: {} }, false],
    [
      "an exception without an owner",
      { exceptions: [{ finding: "abcdefghjk", reason: "x", expires: "2027-01-31" }] },
      false,
    ],
    ["an account id of 11 digits", { accounts: { "12345678901": {} } }, false],
  ];
  for (const [title, ruleset, valid] of cases)
    test(`${valid ? "takes" : "refuses"} ${title}`, () => expect(validate(ruleset)).toBe(valid));
});

test("the published schema of reports is current", () => {
  expect(readFileSync(new URL("../../schema/report.json", import.meta.url), "utf8")).toBe(generateReportSchema());
});
