import { readdirSync, readFileSync } from "node:fs";
import type { Severity } from "#model/finding.ts";
import type { Rule } from "#rules/rule.ts";
import { presetLayer } from "#ruleset/layer.ts";
import { merge } from "#ruleset/merge.ts";
import { rulesetError } from "#ruleset/mistake.ts";
import { type KnownRule, readLayer } from "#ruleset/read-layer.ts";
import type { RulesetFile } from "#ruleset/schema.ts";

export type Presets = ReadonlyMap<string, RulesetFile>;

type PresetRule = KnownRule & Pick<Rule, "family">;

const folder = new URL("../rulesets/", import.meta.url);

/** Presets that have every rule of some kind, with the severity of those that they do not mention yet. */
const complete: Readonly<Record<string, (rule: PresetRule) => Severity | undefined>> = {
  recommended: ({ severity }) => severity,
  audit: ({ severity }) => (severity === "critical" || severity === "high" ? "medium" : severity),
  ownership: ({ family, severity }) => (family === "OWN" ? severity : undefined),
  "trust-boundaries": ({ family, severity }) => (family === "TRUST" || family === "ENV" ? severity : undefined),
  credentials: ({ family, severity }) => (family === "CRED" ? severity : undefined),
};

/** The presets as they are written in `rulesets/`, each with the rules that belong to it. */
export function readPresets(rules: readonly PresetRule[]): Presets {
  return new Map([...presetTexts(rules)].map(([name, text]) => [name, contentOf(name, text, rules)]));
}

function contentOf(name: string, text: string, rules: readonly KnownRule[]): RulesetFile {
  const { layer, mistakes, otherRules } = readLayer(`rulesets/${name}.yaml`, text, rules);
  const unknown = otherRules.map(({ id, place }) => ({ place, message: `unknown rule ${id}` }));
  if (layer === undefined || mistakes.length + unknown.length > 0) throw rulesetError([...mistakes, ...unknown]);
  return layer.content;
}

/** The text of each preset: rules that belong to it and that it does not mention yet stand at its end. */
export function presetTexts(rules: readonly PresetRule[]): ReadonlyMap<string, string> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return new Map(names.map((name) => [name, completed(name, rules)]));
}

function completed(name: string, rules: readonly PresetRule[]): string {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8").replaceAll("\r\n", "\n");
  const missing = rules.flatMap((rule) => {
    const severity = new RegExp(`^  ${rule.id}:`, "m").test(text) ? undefined : complete[name]?.(rule);
    return severity === undefined ? [] : [`  ${rule.id}: ${severity}\n`];
  });
  return `${text}${missing.join("")}`;
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
