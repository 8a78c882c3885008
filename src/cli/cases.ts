import { InputError } from "#model/input-error.ts";
import { didYouMean } from "#ruleset/did-you-mean.ts";
import type { Files } from "./io.ts";
import { systemCode, systemSentence } from "./system-error.ts";

/** What a case says by its name that the rule does with its plan. */
export const outcomes = ["flags", "passes", "undecided"] as const;
export type Outcome = (typeof outcomes)[number];

/** A plan that a rule is tried on. */
export interface RuleCase {
  readonly rule: string;
  readonly outcome: Outcome;
  /** The path of the plan. */
  readonly plan: string;
}

const layout =
  "cases are DIR/<rule>/flags-<name>.json, passes-<name>.json or undecided-<name>.json, or folders of these names with a plan.json";

/**
 * The cases in a folder: a folder for each rule, in it plans named by what the rule must do.
 * @throws InputError (exit code 2) when something in it can be no case: one that is overlooked would look like one that is right.
 */
export async function casesIn(folder: string, rules: readonly string[], files: Files): Promise<readonly RuleCase[]> {
  const cases: RuleCase[] = [];
  for (const name of await names(folder, files)) {
    const path = files.resolve(folder, name);
    if ((await files.kind(path)) !== "folder" || name.startsWith(".")) continue;
    if (!rules.includes(name)) throw refusal(`${path}: there is no rule ${name}${didYouMean(name, rules)}`);
    for (const entry of await names(path, files)) cases.push(...(await caseAt(name, path, entry, files)));
  }
  if (cases.length === 0) throw refusal(`${folder} holds no case`);
  return cases;
}

async function caseAt(rule: string, folder: string, entry: string, files: Files): Promise<readonly RuleCase[]> {
  const path = files.resolve(folder, entry);
  const isFolder = (await files.kind(path)) === "folder";
  if (!isFolder && !entry.endsWith(".json")) return [];
  const outcome = outcomes.find((one) => entry.startsWith(`${one}-`));
  if (outcome === undefined) throw refusal(`${path}: its name does not say what the rule must do`);
  const plan = isFolder ? files.resolve(path, "plan.json") : path;
  if (isFolder && (await files.kind(plan)) !== "file") throw refusal(`${path} holds no plan.json`);
  return [{ rule, outcome, plan }];
}

async function names(folder: string, files: Files): Promise<readonly string[]> {
  try {
    if ((await files.kind(folder)) === "missing") throw refusal(`${folder}: no such folder`);
    return await files.list(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof InputError) throw error;
    throw refusal(`${folder} cannot be read: ${code === "ENOTDIR" ? "it is no folder" : systemSentence(code)}`);
  }
}

function refusal(message: string): InputError {
  return new InputError(2, "ruleset-cases", message, layout);
}
