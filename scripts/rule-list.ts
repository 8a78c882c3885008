import { readdirSync, readFileSync } from "node:fs";
import { type Severity, severities } from "#model/finding.ts";
import type { Rule } from "#rules/rule.ts";
import { families } from "./docs/rule-page.ts";

const folder = new URL("../src/rules/", import.meta.url);

/** The files in `src/rules` that define a rule, by its id. */
export function ruleIds(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && readFileSync(new URL(file, folder), "utf8").includes(definition))
    .map((file) => file.slice(0, -".ts".length));
}

const definition = "export default defineRule";

/** Every rule there is, in the order in which they are listed: by family, the worst first. */
export async function readRules(): Promise<readonly Rule[]> {
  const rules = await Promise.all(ruleIds().map(readRule));
  return rules.sort(
    (a, b) =>
      familyOrder.indexOf(a.family) - familyOrder.indexOf(b.family) ||
      rank(a.severity) - rank(b.severity) ||
      (a.id < b.id ? -1 : 1),
  );
}

async function readRule(id: string): Promise<Rule> {
  const { default: rule } = (await import(new URL(`${id}.ts`, folder).href)) as { default: Rule };
  if (rule.id !== id) throw new Error(`src/rules/${id}.ts defines ${rule.id}: a rule's file is named by its id`);
  return rule;
}

const familyOrder = Object.keys(families);

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The list as a module: adding a rule touches no other file by hand. */
export function generateRuleList(rules: readonly Rule[]): string {
  const name = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const imports = rules.map(({ id }) => `import ${name(id)} from "./${id}.ts";`).sort();
  return `// Made from the files in this folder by \`npm run generate\`. Do not edit.
${imports.join("\n")}
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
${rules.map(({ id }) => `  ${name(id)},`).join("\n")}
];
`;
}
