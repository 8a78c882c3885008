import type { Rule } from "#rules/rule.ts";
import { families } from "./rule-page.ts";

/** The list of all rules. */
export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${families[rule.family]} | ${rule.title} |`,
  );
  const head = ["| rule | severity | about | the good state |", "|---|---|---|---|"];
  return `<!-- Made by \`npm run generate\`. Do not edit. -->\n\n# Rules\n\n${[...head, ...rows].join("\n")}\n`;
}
