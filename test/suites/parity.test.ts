import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import type { FindingSubject } from "#model/finding.ts";
import { check, graph } from "../../src/check.ts";
import { disparities, type Form, merged } from "./parity.ts";
import { formOf } from "./parity-form.ts";
import { fixtures, folders, readJson, rulesetOf } from "./rule-cases.ts";

/** The same identities in several formats, or several spellings of one: each column must give the graph of `graph.json`, or know less where it is listed. */
interface Scenario {
  readonly says: string;
  /** By column: the paths in `graph.json` where that format knows less. */
  readonly lessKnown?: Readonly<Record<string, readonly string[]>>;
  /** By format: why it cannot tell this. */
  readonly impossible?: Readonly<Record<string, string>>;
}

/** Each of them has a column of that name, or a reason why there is none. */
const formats = ["terraform", "cloudformation", "cdk"];

const root = join(fixtures, "parity");

/** What a column may hold; the format is recognised by its content. */
const documents = ["plan.json", "template.json", "template.yaml", "preview.json", "cdk.out"];

/** What stands in a column: one document, or the stacks of an assembly. */
async function inputsOf(folder: string): Promise<readonly Input[]> {
  const [found, ...others] = documents.filter((name) => existsSync(join(folder, name)));
  if (found === undefined || others.length > 0) throw new Error(`${folder} must hold one of ${documents.join(", ")}`);
  const path = join(folder, found);
  if (found !== "cdk.out") return [{ path, bytes: readFileSync(path) }];
  const stacks = await inputsIn(path, nodeFiles(folder));
  if (stacks === undefined) throw new Error(`${path} is no assembly`);
  return stacks;
}

/** The inputs with their options. A plan tells its account; a stack is deployed to any unless it says so, and the command line tells. */
async function asked(folder: string) {
  const inputs = await inputsOf(folder);
  const ruleset = await rulesetOf(join(folder, ".."));
  const account = inputs.some(({ path }) => path.endsWith("plan.json")) ? {} : { account: "111122223333" };
  return { inputs, options: { ruleset, ...account, ...parametersOf(folder) } };
}

/** What is handed in for the parameters of the templates of a column. */
function parametersOf(folder: string): { readonly parameters?: Input } {
  const path = join(folder, "parameters.json");
  return existsSync(path) ? { parameters: { path, bytes: readFileSync(path) } } : {};
}

async function formAt(folder: string): Promise<Form> {
  const { inputs, options } = await asked(folder);
  const forms = [];
  for (const input of inputs) forms.push(formOf(await graph(input, options, "after")));
  return merged(forms);
}

const gate = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

/** What is found, without what is a format's own: addresses, places, and whether there was a before. */
async function findingsAt(folder: string): Promise<readonly string[]> {
  const { inputs, options } = await asked(folder);
  const { findings } = await check(inputs, { ...options, ...gate });
  return findings
    .map(({ rule, verdict, severity, subject }) => `${rule} ${verdict} ${severity} ${called(subject)}`)
    .sort();
}

/** A document is called by its path; what has no name, by the source. */
function called({ kind, name, address }: FindingSubject): string {
  const isNameless = kind === "credential" || kind === "document" || name === address || address.endsWith(`/${name}`);
  return isNameless ? kind : `${kind} ${name}`;
}

describe.each(folders(root))("%s", (name) => {
  const scenario = readJson<Scenario>(join(root, name, "scenario.json"));
  const expected = readJson<Form>(join(root, name, "graph.json"));
  const columns = folders(join(root, name));

  test.each(columns)("%s", async (column) => {
    const actual = await formAt(join(root, name, column));
    expect(disparities(expected, actual, scenario.lessKnown?.[column] ?? [])).toEqual([]);
  });

  const [first, ...others] = columns.filter((column) => scenario.lessKnown?.[column] === undefined);

  test.each(others)("%s: the same is found", async (column) => {
    expect(await findingsAt(join(root, name, column))).toEqual(await findingsAt(join(root, name, first ?? "")));
  });

  test("is told in every format that can, and lists no column that is not there", () => {
    expect(columns.length).toBeGreaterThan(1);
    const impossible = Object.keys(scenario.impossible ?? {});
    expect([...columns.filter((one) => formats.includes(one)), ...impossible].sort()).toEqual([...formats].sort());
    expect(Object.keys(scenario.lessKnown ?? {}).filter((column) => !columns.includes(column))).toEqual([]);
  });
});
