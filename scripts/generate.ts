/**
 * Writes everything that is made from the rules: presets, schemas, pages. With `--check` it writes nothing and fails when something is out of date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rule } from "#rules/rule.ts";
import { readme } from "./docs/readme.ts";
import { rulePage } from "./docs/rule-page.ts";
import { rulesIndex } from "./docs/rules-index.ts";
import { generatePresets, readPresets, recommended } from "./presets.ts";
import { generateRuleList, readRules } from "./rule-list.ts";
import { generateReportSchema, generateRulesetSchema } from "./schemas.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

async function generated(rules: readonly Rule[]): Promise<ReadonlyMap<string, string>> {
  const presets = readPresets(rules);
  return new Map([
    ["src/rules/index.generated.ts", generateRuleList(rules)],
    ["rulesets/recommended.yaml", recommended(rules)],
    ["src/ruleset/presets.generated.ts", generatePresets(presets)],
    ["schema/report.json", generateReportSchema()],
    ["schema/ruleset.json", generateRulesetSchema(rules)],
    ["README.md", await readme(root, version)],
    ["docs/rules/README.md", rulesIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(root, rule, presets)] as const),
  ]);
}

/** Pages of rules that are no more. */
function leftovers(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = join(root, "docs/rules");
  const pages = existsSync(folder) ? readdirSync(folder).map((name) => `docs/rules/${name}`) : [];
  return pages.filter((path) => !files.has(path));
}

function stale(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text)
    .map(([path]) => path);
}

const files = await generated(await readRules());
const changed = [...stale(files), ...leftovers(files)];
if (process.argv.includes("--check")) {
  for (const path of changed) console.error(`${path} is out of date: npm run generate`);
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of leftovers(files)) rmSync(join(root, path));
  console.log(changed.length === 0 ? "everything was up to date" : changed.map((path) => `wrote ${path}`).join("\n"));
}
