import { readdirSync, readFileSync } from "node:fs";
import type { Severity } from "#model/finding.ts";
import { presetLayer } from "#ruleset/layer.ts";
import { merge } from "#ruleset/merge.ts";
import { rulesetError } from "#ruleset/mistake.ts";
import { type KnownRule, readLayer } from "#ruleset/read-layer.ts";
import type { RulesetFile } from "#ruleset/schema.ts";

export type Presets = ReadonlyMap<string, RulesetFile>;

const folder = new URL("../rulesets/", import.meta.url);

/** The presets as they are written in `rulesets/`; `recommended` with every rule there is. */
export function readPresets(rules: readonly KnownRule[]): Presets {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return new Map(names.map((name) => [name, contentOf(name, rules)]));
}

function contentOf(name: string, rules: readonly KnownRule[]): RulesetFile {
  const text = name === "recommended" ? recommended(rules) : read(name);
  const { layer, mistakes } = readLayer(`rulesets/${name}.yaml`, text, rules);
  if (layer === undefined || mistakes.length > 0) throw rulesetError(mistakes);
  return layer.content;
}

function read(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, folder), "utf8").replaceAll("\r\n", "\n");
}

/** The text of the preset `recommended`: rules that it does not mention yet stand at its end, at their own severity. */
export function recommended(rules: readonly KnownRule[]): string {
  const text = read("recommended");
  const missing = rules.filter(({ id }) => !new RegExp(`^  ${id}:`, "m").test(text));
  return `${text}${missing.map(({ id, severity }) => `  ${id}: ${severity}\n`).join("")}`;
}

/** The severity that each preset gives a rule, with what it extends. */
export function severitiesIn(presets: Presets, rule: string): ReadonlyMap<string, Severity | "off"> {
  const layers = (name: string): ReturnType<typeof presetLayer>[] => {
    const content = presets.get(name);
    if (content === undefined) throw new Error(`no preset ${name}`);
    return [...(content.extends ?? []).flatMap(layers), presetLayer(name, content)];
  };
  return new Map(
    [...presets.keys()].map((name) => [name, merge(layers(name), []).ruleset.rules.get(rule)?.severity ?? "off"]),
  );
}

/** The presets as a module, so that a run without a ruleset of the user's needs no YAML. */
export function generatePresets(presets: Presets): string {
  const entries = [...presets].map(
    ([name, content]) =>
      `  [${JSON.stringify(name)}, ${JSON.stringify(content, undefined, 2).replaceAll("\n", "\n  ")}],`,
  );
  return `${head}\n${entries.join("\n")}\n]);\n`;
}

const head = `// Made from rulesets/*.yaml by \`npm run generate\`. Do not edit.
import type { RulesetFile } from "./schema.ts";

/** The presets by name, as they are in \`rulesets/\`. */
export const presets: ReadonlyMap<string, RulesetFile> = new Map<string, RulesetFile>([`;
