import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import { text } from "#reporters/text.ts";
import { rules } from "#rules/index.generated.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { check } from "../../src/check.ts";

/** What the README judges, in which folder, and what follows the report there. */
const samples = [
  { input: "plan.json", folder: "fixtures/plans/terraform-plan/shop", end: "$ echo $?\n" },
  { input: "template.yaml", folder: "fixtures/plans/cloudformation/shop", end: "```" },
  { input: "cdk.out", folder: "fixtures/plans/cdk-assembly/shop", end: "```" },
] as const;

/** The README with the reports that rolecall prints about the shop's plan, template and app today. */
export async function readme(root: string, version: string): Promise<string> {
  let page = readFileSync(join(root, "README.md"), "utf8");
  for (const { input, folder, end } of samples) {
    const head = `rolecall check ${input}\n\n`;
    const start = page.indexOf(head);
    if (start < 0) throw new Error(`the README does not show rolecall check ${input}`);
    const from = start + head.length;
    const output = await report(join(root, folder), input, version);
    page = page.slice(0, from) + output + page.slice(page.indexOf(end, from));
  }
  return page;
}

async function report(folder: string, input: string, version: string): Promise<string> {
  const gate = { version, today: "2026-01-31", failOn: "high", gate: "changed", allowIncomplete: false } as const;
  const judged = await check(await inputsOf(folder, input), { ruleset: await rulesetIn(folder), ...gate });
  return text.render(judged, { color: false, minSeverity: "info", quiet: false });
}

async function inputsOf(folder: string, input: string): Promise<readonly Input[]> {
  const files = nodeFiles(folder);
  const inside = (await files.kind(input)) === "folder" ? await inputsIn(input, files) : undefined;
  return inside ?? [{ path: input, bytes: await files.read(input) }];
}

async function rulesetIn(folder: string) {
  const path = join(folder, "rolecall.yaml");
  if (!existsSync(path)) return defaultRuleset();
  const files = { resolve: (_from: string, to: string) => to, read: (file: string) => Promise.reject(new Error(file)) };
  return loadRuleset({ file: { path: "rolecall.yaml", text: readFileSync(path, "utf8") }, rules, files });
}
