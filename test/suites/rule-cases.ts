import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Input } from "#frontends/frontend.ts";
import type { Report } from "#model/report.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { rules } from "#rules/index.generated.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { type CheckOptions, check } from "../../src/check.ts";

export const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** A finding as a case expects it; what is left out is not compared. */
export interface Expected {
  readonly rule: string;
  readonly verdict: string;
  readonly subject: string;
  readonly severity?: string;
  readonly change?: string;
  readonly detail?: string;
  readonly at?: { readonly address: string; readonly pointer?: string };
  readonly waitsFor?: readonly string[];
  readonly suppressed?: boolean;
}

export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
  readonly says: string;
  readonly conformance?: string;
  /** Of a preview of Pulumi: which recording it is from, and what was changed by hand. */
  readonly made?: string;
  readonly alsoRules: readonly string[];
  readonly findings: readonly Expected[];
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

export function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort();
}

/** The cases that are told by a Terraform plan. */
export function ruleCases(): readonly RuleCase[] {
  return allCases().filter(({ folder }) => inputOf(folder) === "plan.json");
}

/** The cases that are told by a CloudFormation template. */
export function templateCases(): readonly RuleCase[] {
  return allCases().filter(({ folder }) => inputOf(folder).startsWith("template."));
}

/** The cases that are told by a preview of Pulumi: cut out of what the engine wrote, or made after that. */
export function previewCases(): readonly RuleCase[] {
  return allCases().filter(({ folder }) => inputOf(folder) === "preview.json");
}

const inputs = ["plan.json", "template.json", "template.yaml", "preview.json"];

/** The name of the input of a case. */
export function inputOf(folder: string): string {
  const names = inputs.filter((name) => existsSync(join(folder, name)));
  const [found, ...others] = names;
  if (found === undefined || others.length > 0) throw new Error(`${folder} must hold one input: ${names.join(", ")}`);
  return found;
}

/** Every case of every rule, in order. */
export function allCases(): readonly RuleCase[] {
  return folders(join(fixtures, "rules")).flatMap((rule) =>
    folders(join(fixtures, "rules", rule)).map((name): RuleCase => {
      const folder = join(fixtures, "rules", rule, name);
      const expected = readJson<Omit<RuleCase, "rule" | "name" | "folder">>(join(folder, "expected.json"));
      return { ...expected, alsoRules: expected.alsoRules ?? [], rule, name, folder };
    }),
  );
}

/** The ruleset of a case: its own file, else the preset that everybody starts with. */
export async function rulesetOf(folder: string): Promise<Ruleset> {
  const path = join(folder, "rolecall.yaml");
  if (!existsSync(path)) return defaultRuleset();
  const files = {
    resolve: (_from: string, to: string) => join(folder, to),
    read: async (file: string) => readFileSync(file, "utf8"),
  };
  return loadRuleset({ file: { path, text: readFileSync(path, "utf8") }, rules, files });
}

const today = "2026-01-15";

export async function optionsOf(folder: string): Promise<CheckOptions> {
  const own = join(folder, "options.json");
  const options = existsSync(own) ? readJson<Partial<CheckOptions>>(own) : {};
  const ruleset = await rulesetOf(folder);
  return { ruleset, version: "0.0.0", today, failOn: "high", gate: "changed", allowIncomplete: false, ...options };
}

/** Checks the input of a case, or other bytes in its place. */
export async function checkCase(
  folder: string,
  bytes: Uint8Array = readFileSync(join(folder, inputOf(folder))),
): Promise<Report> {
  const input: Input = { path: inputOf(folder), bytes, ...earlierOf(folder) };
  return check([input, ...neighboursOf(folder)], await optionsOf(folder));
}

/** A template as it is deployed now stands beside the new one as `before.yaml`. */
function earlierOf(folder: string): Pick<Input, "given"> {
  const path = join(folder, "before.yaml");
  return existsSync(path) ? { given: { earlier: { path: "before.yaml", bytes: readFileSync(path) } } } : {};
}

/** The templates of other stacks that are deployed together with that of the case: `network.template.yaml`. */
function neighboursOf(folder: string): readonly Input[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".template.yaml"));
  return names.sort().map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}
