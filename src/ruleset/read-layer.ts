import * as z from "zod";
import type { Rule } from "#rules/rule.ts";
import { customMistakes } from "./custom/mistakes.ts";
import { customRule } from "./custom/schema.ts";
import { mistakesOf } from "./issues.ts";
import type { Layer } from "./layer.ts";
import { type Mistake, type Place, quoted } from "./mistake.ts";
import { type RulesetFile, rulesetSchema } from "./schema.ts";
import { schemaWords } from "./schema-words.ts";
import { readYaml, type YamlDocument } from "./yaml-document.ts";

/** What a rule must tell for its settings to be checked. */
export type KnownRule = Pick<Rule, "id" | "severity" | "options">;

export interface ReadLayer {
  /** What is valid of it, for the mistakes that only show between files. */
  readonly layer: Layer | undefined;
  /** Whether all of it is valid by itself. */
  readonly whole: boolean;
  readonly mistakes: readonly Mistake[];
  /** Rules that it names and that are none of rolecall's: they may be custom rules of any layer. */
  readonly otherRules: readonly NamedRule[];
}

export interface NamedRule {
  readonly id: string;
  readonly place: Place;
}

/** Reads one ruleset file, without what it extends. */
export function readLayer(file: string, text: string, rules: readonly KnownRule[]): ReadLayer {
  const document = readYaml(file, text);
  if (document.value === undefined)
    return { layer: undefined, whole: false, mistakes: document.mistakes, otherRules: [] };
  // An empty file, or one of comments only, is a ruleset that says nothing.
  const value = document.value === null ? {} : document.value;
  const parsed = rulesetSchema.safeParse(value);
  const options = checkOptions(value, document, rules);
  const content = withOptions(parsed.success ? parsed.data : validParts(value), options.byRule);
  const shape = parsed.success ? [] : mistakesOf(parsed.error.issues, { document, schema: rulesetSchema, base: [] });
  const custom = Object.entries(mapAt(value, "custom")).flatMap(([id, rule]) => [
    ...takenId(id, document, rules),
    ...fieldMistakes(id, rule, document),
  ]);
  return {
    layer: { source: file, kind: "file", content, place: document.place },
    whole: parsed.success && custom.length === 0,
    mistakes: [...document.mistakes, ...shape, ...custom, ...options.mistakes],
    otherRules: otherRules(value, document, rules),
  };
}

/** What is wrong with the fields of a rule whose form is right. */
function fieldMistakes(id: string, rule: unknown, document: YamlDocument): readonly Mistake[] {
  const parsed = customRule.safeParse(rule);
  return parsed.success ? customMistakes(id, parsed.data, document) : [];
}

function takenId(id: string, document: YamlDocument, rules: readonly KnownRule[]): readonly Mistake[] {
  if (!rules.some((rule) => rule.id === id)) return [];
  const message = `${quoted(id)} is a rule of rolecall: a rule of your own needs another id; that one is set under "rules"`;
  return [{ place: document.keyPlace(["custom", id]), message }];
}

function validParts(value: unknown): RulesetFile {
  const parts = Object.entries(rulesetSchema.shape).flatMap(([key, schema]) => {
    const parsed =
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? schema.safeParse(Reflect.get(value, key))
        : undefined;
    return parsed?.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(parts);
}

function otherRules(value: unknown, document: YamlDocument, rules: readonly KnownRule[]): readonly NamedRule[] {
  const ids = rules.map((rule) => rule.id);
  const settings = Object.keys(mapAt(value, "rules")).map((id) => ({
    id,
    place: () => document.keyPlace(["rules", id]),
  }));
  const exceptions = Object.entries(mapAt(value, "exceptions")).flatMap(([i, one]) => {
    const finding: unknown = typeof one === "object" && one !== null ? Reflect.get(one, "finding") : undefined;
    const [id] = typeof finding === "string" && finding.includes("/") ? finding.split("/") : [];
    return id === undefined || /[*?]/.test(id)
      ? []
      : [{ id, place: () => document.place(["exceptions", i, "finding"]) }];
  });
  return [...settings, ...exceptions]
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, place }) => ({ id, place: place() }));
}

interface CheckedOptions {
  readonly byRule: ReadonlyMap<string, Record<string, unknown>>;
  readonly mistakes: readonly Mistake[];
}

/** Checks the options of each rule against the rule's own schema, which also puts in its defaults. */
function checkOptions(value: unknown, document: YamlDocument, rules: readonly KnownRule[]): CheckedOptions {
  const byRule = new Map<string, Record<string, unknown>>();
  const mistakes: Mistake[] = [];
  for (const rule of rules) {
    const entry = mapAt(mapAt(value, "rules"), rule.id);
    if (!Object.hasOwn(entry, "options")) continue;
    const schema = optionsSchema(rule);
    const parsed = schema.safeParse(entry.options);
    if (parsed.success) byRule.set(rule.id, parsed.data as Record<string, unknown>);
    else mistakes.push(...mistakesOf(parsed.error.issues, { document, schema, base: ["rules", rule.id, "options"] }));
  }
  return { byRule, mistakes };
}

function withOptions(content: RulesetFile, byRule: CheckedOptions["byRule"]): RulesetFile {
  if (content.rules === undefined) return content;
  const entries = Object.entries(content.rules).map(([id, entry]) => {
    const options = byRule.get(id);
    return [id, options === undefined || typeof entry === "string" ? entry : { ...entry, options }] as const;
  });
  return { ...content, rules: Object.fromEntries(entries) };
}

/** The map under a key, or an empty one: what is no map is a mistake that the schema tells. */
function mapAt(value: unknown, key: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return {};
  const found: unknown = Reflect.get(value, key);
  return typeof found === "object" && found !== null ? Object.fromEntries(Object.entries(found)) : {};
}

/** A rule's options, with unknown keys refused whatever the rule itself says about them. */
export function optionsSchema(rule: Pick<KnownRule, "options">): z.ZodType {
  const schema = rule.options(schemaWords);
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}
