import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn, withBeside } from "#frontends/index.ts";
import type { FindingSubject } from "#model/finding.ts";
import { check, graph } from "../../src/check.ts";
import { disparities, type Form } from "./parity.ts";
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

async function formAt(folder: string, moment: "before" | "after"): Promise<Form> {
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

/** What is found, without what is a format's own: addresses, places, and, where nobody tells what was before, what changed. */
async function findingsAt(folder: string, hasBefore: boolean): Promise<readonly string[]> {
  const { inputs, options } = await asked(folder);
  const { findings } = await check(inputs, { ...options, ...gate });
  return findings
    .map(({ rule, verdict, severity, subject, change }) => [
      rule,
      verdict,
      severity,
      called(subject),
      hasBefore && change,
    ])
    .map((words) => words.filter((word) => word !== false).join(" "))
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
  const before = existsSync(join(root, name, "before.json"))
    ? readJson<Form>(join(root, name, "before.json"))
    : undefined;

  test.each(columns)("%s", async (column) => {
    const actual = await formAt(join(root, name, column), "after");
    expect(disparities(expected, actual, scenario.lessKnown?.[column] ?? [])).toEqual([]);
    if (before !== undefined)
      expect(disparities(before, await formAt(join(root, name, column), "before"), [])).toEqual([]);
  });

  const [first, ...others] = columns.filter((column) => scenario.lessKnown?.[column] === undefined);

  test.each(others)("%s: the same is found", async (column) => {
    const [found, expected] = [column, first ?? ""].map((one) =>
      findingsAt(join(root, name, one), before !== undefined),
    );
    expect(await found).toEqual(await expected);
  });

  test("is told in every format that can, and lists no column that is not there", () => {
    expect(columns.length).toBeGreaterThan(1);
    const impossible = Object.keys(scenario.impossible ?? {});
    expect([...columns.filter((one) => formats.includes(one)), ...impossible].sort()).toEqual([...formats].sort());
    expect(Object.keys(scenario.lessKnown ?? {}).filter((column) => !columns.includes(column))).toEqual([]);
  });
});
