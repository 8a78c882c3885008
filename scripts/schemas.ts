import { z } from "zod";
import type { Rule } from "#rules/rule.ts";
import { optionsSchema } from "#ruleset/read-layer.ts";
import { ruleSetting, rulesetSchema, severityOrOff } from "#ruleset/schema.ts";
import { reportSchema } from "./report-schema.ts";

type DescribedRule = Pick<Rule, "id" | "severity" | "title" | "options">;

/** The JSON Schema of reports. It allows what it does not name: a later minor version may add to a report. */
export function generateReportSchema(): string {
  return show("rolecall report", z.toJSONSchema(reportSchema, { io: "input" }));
}

/** The JSON Schema of rulesets, with the rules there are and their options, for editors. */
export function generateRulesetSchema(rules: readonly DescribedRule[]): string {
  const settings = Object.fromEntries(rules.map((rule) => [rule.id, entry(rule)]));
  const schema = rulesetSchema.extend({ rules: z.strictObject(settings).exactOptional() });
  return show("rolecall ruleset", z.toJSONSchema(schema, { io: "input" }));
}

function entry(rule: DescribedRule) {
  const setting = ruleSetting.extend({ options: optionsSchema(rule).optional() });
  return z
    .union([severityOrOff, setting])
    .optional()
    .meta({ description: `${rule.title} (${rule.severity})` });
}

function show(title: string, { $schema, ...schema }: z.core.JSONSchema.BaseSchema): string {
  return `${JSON.stringify({ $schema, title, ...schema }, undefined, 2)}\n`;
}
