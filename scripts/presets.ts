import { readdirSync, readFileSync } from "node:fs";
import { type KnownRule, readLayer } from "#ruleset/read-layer.ts";
import { rulesetError } from "#ruleset/mistake.ts";

const folder = new URL("../rulesets/", import.meta.url);

/** The presets as a module, so that a run without a ruleset of the user's needs no YAML. */
export function generatePresets(rules: readonly KnownRule[]): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  const entries = names.map(
    (name) =>
      `  [${JSON.stringify(name)}, ${JSON.stringify(contentOf(name, rules), undefined, 2).replaceAll("\n", "\n  ")}],`,
  );
  return `${head}\n${entries.join("\n")}\n]);\n`;
}

const head = `// Made from rulesets/*.yaml by \`npm run generate\`. Do not edit.
import type { RulesetFile } from "./schema.ts";

/** The presets by name, as they are in \`rulesets/\`. */
export const presets: ReadonlyMap<string, RulesetFile> = new Map<string, RulesetFile>([`;

function contentOf(name: string, rules: readonly KnownRule[]): unknown {
  const { layer, mistakes } = readLayer(
    `rulesets/${name}.yaml`,
    readFileSync(new URL(`${name}.yaml`, folder), "utf8"),
    rules,
  );
  if (layer === undefined || mistakes.length > 0) throw rulesetError(mistakes);
  const missing = name === "recommended" ? rules.filter(({ id }) => !Object.hasOwn(layer.content.rules ?? {}, id)) : [];
  if (missing.length > 0)
    throw new Error(`rulesets/recommended.yaml does not mention ${missing.map((one) => one.id).join(", ")}`);
  return layer.content;
}
