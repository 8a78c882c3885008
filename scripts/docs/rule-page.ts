import { z } from "zod";
import type { Rule } from "#rules/rule.ts";
import { optionsSchema } from "#ruleset/read-layer.ts";
import { type Presets, severitiesIn } from "../presets.ts";
import { exampleOf } from "./examples.ts";

export const families: Readonly<Record<Rule["family"], string>> = {
  PRIV: "privileges",
  POL: "policy documents",
  TRUST: "trust",
  ENV: "environments",
  OWN: "ownership",
  CRED: "credentials",
  LIFE: "life cycle",
  BG: "people, and access in an emergency",
  META: "the check itself",
  CUSTOM: "rules of your own",
};

/** The page of a rule, from the rule and its fixtures. */
export function rulePage(root: string, rule: Rule, presets: Presets): string {
  const parts = [
    "<!-- Made by `npm run generate` from the rule and its fixtures. Do not edit. -->",
    `# ${rule.id}`,
    `**${rule.title}.**`,
    `Severity ${rule.severity} · about ${families[rule.family]} · presets: ${presetsOf(rule, presets)}`,
    `## Why\n\n${rule.why}`,
    `## How to mend it\n\n${rule.fix}`,
    ...code("Flagged", exampleOf(root, rule.id, "flags")),
    ...code("Passes", exampleOf(root, rule.id, "passes")),
    ...options(rule),
    ...frameworks(rule),
  ];
  return `${parts.join("\n\n")}\n`;
}

function presetsOf(rule: Rule, presets: Presets): string {
  return [...severitiesIn(presets, rule.id)]
    .filter(([name, severity]) => severity !== "off" || name === "recommended")
    .map(([name, severity]) => `${name} (${severity})`)
    .join(", ");
}

function code(title: string, example: string | undefined): readonly string[] {
  return example === undefined ? [] : [`## ${title}`, `\`\`\`hcl\n${example}\n\`\`\``];
}

function options(rule: Rule): readonly string[] {
  const { properties = {} } = z.toJSONSchema(optionsSchema(rule), { io: "input" });
  const lines = Object.entries(properties).map(([name, schema]) => `- \`${name}\` ${describe(schema)}`);
  if (lines.length === 0) return [];
  return [
    `## Options\n\n${lines.join("\n")}`,
    `\`\`\`yaml\nrules:\n  ${rule.id}: { severity: ${rule.severity}, options: ${JSON.stringify(rule.defaults)} }\n\`\`\``,
  ];
}

function describe(schema: z.core.JSONSchema._JSONSchema): string {
  if (typeof schema === "boolean") return "(anything)";
  const said = schema.description === undefined ? "" : `: ${schema.description.replace(/[.]?$/, ".")}`;
  const standard = schema.default === undefined ? "" : ` Default: \`${JSON.stringify(schema.default)}\`.`;
  return `(${kind(schema)})${said}${standard}`;
}

function kind(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.enum !== undefined) return `one of ${schema.enum.map((one) => `\`${String(one)}\``).join(", ")}`;
  if (schema.type !== "array") return String(schema.type ?? "anything");
  const { items } = schema;
  return typeof items === "object" && !Array.isArray(items) ? `a list, each ${kind(items)}` : "a list";
}

function frameworks(rule: Rule): readonly string[] {
  const lines = Object.entries(rule.frameworks).map(([name, ids]) => `- ${name}: ${ids.join(", ")}`);
  return lines.length === 0 ? [] : [`## Frameworks\n\n${lines.join("\n")}`];
}
