import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn, withBeside } from "#frontends/index.ts";
import type { FindingSubject } from "#model/finding.ts";
import type { Report } from "#model/report.ts";
import { check, graph } from "../../src/check.ts";
import type { Form } from "./parity.ts";
import { formOf } from "./parity-form.ts";
import { rulesetOf } from "./rule-cases.ts";

/** What a column may hold; the format is recognised by its content. */
const documents = ["plan.json", "template.json", "template.yaml", "preview.json", "templates", "cdk.out"];
const documentsBefore = ["before.yaml", "before.out"];

/** What stands in a column: one document, several templates of one deployment, or the stacks of an assembly. */
async function inputsOf(folder: string): Promise<readonly Input[]> {
  const [found, ...others] = documents.filter((name) => existsSync(join(folder, name)));
  if (found === undefined || others.length > 0) throw new Error(`${folder} must hold one of ${documents.join(", ")}`);
  const inputs = await read(folder, found);
  const before = documentsBefore.find((name) => existsSync(join(folder, name)));
  if (before === undefined) return inputs;
  const earlier = await read(folder, before);
  return inputs.map((input, i) => ({ ...input, given: { ...input.given, earlier: earlier[i] ?? "none" } }));
}

async function read(folder: string, name: string): Promise<readonly Input[]> {
  const files = nodeFiles(folder);
  const document = (path: string) => withBeside({ path, bytes: readFileSync(join(folder, path)) }, files);
  if (name === "templates")
    return Promise.all(readdirSync(join(folder, name)).map((one) => document(`${name}/${one}`)));
  if (!name.endsWith(".out")) return [await document(name)];
  const stacks = await inputsIn(name, files);
  if (stacks === undefined) throw new Error(`${folder}/${name} is no assembly`);
  return stacks;
}

/** The inputs with their options. A plan tells its account; a stack is deployed to any unless it says so, and the command line tells. */
async function asked(folder: string) {
  const inputs = await inputsOf(folder);
  const ruleset = await rulesetOf(join(folder, ".."));
  const account = inputs.some(({ path }) => path === "plan.json") ? {} : { account: "111122223333" };
  return { inputs, options: { ruleset, ...account, ...parametersOf(folder) } };
}

/** What is handed in for the parameters of the templates of a column. */
function parametersOf(folder: string): { readonly parameters?: Input } {
  const path = join(folder, "parameters.json");
  return existsSync(path) ? { parameters: { path, bytes: readFileSync(path) } } : {};
}

/** What the graph of a column says. */
export async function formAt(folder: string, moment: "before" | "after"): Promise<Form> {
  const { inputs, options } = await asked(folder);
  return formOf(await graph(inputs, options, moment));
}

const gate = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

/** What is found in a column. */
export async function reportAt(folder: string): Promise<Report> {
  const { inputs, options } = await asked(folder);
  return check(inputs, { ...options, ...gate });
}

/** A document is called by its path; what has no name, by the source. */
export function called({ kind, name, address }: FindingSubject): string {
  const isNameless = kind === "credential" || kind === "document" || name === address || address.endsWith(`/${name}`);
  return isNameless ? kind : `${kind} ${name}`;
}
