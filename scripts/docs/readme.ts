import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "#reporters/text.ts";
import { rules } from "#rules/index.generated.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { check } from "../../src/check.ts";

const shop = "fixtures/plans/terraform-plan/shop";

/** The README with the report that rolecall prints about the shop's plan today. */
export async function readme(root: string, version: string): Promise<string> {
  const page = readFileSync(join(root, "README.md"), "utf8");
  const output = await report(join(root, shop), version);
  return page.replace(/(rolecall check plan\.json\n\n)[\s\S]*?(?=\$ echo \$\?\n)/, (_, head: string) => head + output);
}

async function report(folder: string, version: string): Promise<string> {
  const yaml = { path: "rolecall.yaml", text: readFileSync(join(folder, "rolecall.yaml"), "utf8") };
  const files = { resolve: (_from: string, to: string) => to, read: (file: string) => Promise.reject(new Error(file)) };
  const ruleset = await loadRuleset({ file: yaml, rules, files });
  const bytes = readFileSync(join(folder, "plan.json"));
  const gate = { version, today: "2026-01-31", failOn: "high", gate: "changed", allowIncomplete: false } as const;
  const judged = await check([{ path: "plan.json", bytes }], { ruleset, ...gate });
  return text.render(judged, { color: false, minSeverity: "info", quiet: false });
}
