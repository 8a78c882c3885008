/** Writes everything that is made from other files: lists, presets, schemas, pages. `--check` fails when one is out of date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rule } from "#rules/rule.ts";
import { rulePage } from "./docs/rule-page.ts";
import { rulesIndex } from "./docs/rules-index.ts";
import { frameworksPage, generateFrameworks, readFrameworks } from "./frameworks.ts";
import { generatePresets, type Presets, presetTexts, readPresets } from "./presets.ts";
import { generateResourceList } from "./resource-list.ts";
import { generateRuleList, readRules } from "./rule-list.ts";
import { generateReportSchema, generateRulesetSchema } from "./schemas.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** What the program itself is made of. */
function sources(rules: readonly Rule[], presets: Presets): ReadonlyMap<string, string> {
  return new Map([
    ["src/rules/frameworks.generated.ts", generateFrameworks(readFrameworks())],
    ["src/rules/index.generated.ts", generateRuleList(rules)],
    ["src/clouds/aws/resources/list.generated.ts", generateResourceList(join(root, "src/clouds/aws/resources"))],
    ...[...presetTexts(rules)].map(([name, text]) => [`rulesets/${name}.yaml`, text] as const),
    ["src/ruleset/presets.generated.ts", generatePresets(presets)],
  ]);
}

/** What is drawn from the program, or from a run of it: it is only loaded when its sources are current. */
async function documents(rules: readonly Rule[], presets: Presets): Promise<ReadonlyMap<string, string>> {
  const { readme } = await import("./docs/readme.ts");
  return new Map([
    ["schema/report.json", generateReportSchema()],
    ["schema/ruleset.json", generateRulesetSchema(rules)],
    ["README.md", await readme(root, version)],
    ["docs/frameworks.md", frameworksPage(readFrameworks(), rules)],
    ["docs/rules/README.md", rulesIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(root, rule, presets)] as const),
  ]);
}

/** Pages of rules that are no more. */
function leftovers(rules: readonly Rule[]): readonly string[] {
  const known = new Set(["README.md", ...rules.map(({ id }) => `${id}.md`)]);
  const folder = join(root, "docs/rules");
  const pages = existsSync(folder) ? readdirSync(folder) : [];
  return pages.filter((page) => !known.has(page)).map((page) => `docs/rules/${page}`);
}

function stale(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text)
    .map(([path]) => path);
}

function write(files: ReadonlyMap<string, string>): readonly string[] {
  const changed = stale(files);
  for (const path of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? "");
  }
  return changed.map((path) => `wrote ${path}`);
}

async function generate(): Promise<readonly string[]> {
  const rules = await readRules();
  const presets = readPresets(rules);
  const written = [...write(sources(rules, presets)), ...write(await documents(rules, presets))];
  const gone = leftovers(rules);
  for (const path of gone) rmSync(join(root, path));
  return [...written, ...gone.map((path) => `removed ${path}`)];
}

async function check(): Promise<readonly string[]> {
  const rules = await readRules();
  const presets = readPresets(rules);
  const behind = stale(sources(rules, presets));
  const changed = behind.length > 0 ? behind : [...stale(await documents(rules, presets)), ...leftovers(rules)];
  return changed.map((path) => `${path} is out of date: npm run generate`);
}

const isCheck = process.argv.includes("--check");
const lines = await (isCheck ? check() : generate());
console.log(lines.length === 0 ? "everything is up to date" : lines.join("\n"));
if (isCheck && lines.length > 0) process.exitCode = 1;
