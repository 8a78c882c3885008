import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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
}

const root = join(fixtures, "parity");

/** What a column may hold; the format is recognised by its content. */
const inputs = ["plan.json", "template.json", "template.yaml", "preview.json"];

function inputOf(folder: string): string {
  const [found, ...others] = inputs.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (found === undefined || others.length > 0) throw new Error(`${folder} must hold one of ${inputs.join(", ")}`);
  return found;
}

/** An input with its options. A plan tells its account; a template is deployed to any, which the command line tells. */
async function asked(folder: string) {
  const path = inputOf(folder);
  const ruleset = await rulesetOf(join(folder, ".."));
  const account = path.includes("template") ? { account: "111122223333" } : {};
  return { input: { path, bytes: readFileSync(path) }, options: { ruleset, ...account } };
}

async function formAt(folder: string): Promise<Form> {
  const { input, options } = await asked(folder);
  return formOf(await graph(input, options, "after"));
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
  const { input, options } = await asked(folder);
  const { findings } = await check([input], { ...options, ...gate });
  return findings
    .map(({ rule, verdict, severity, subject }) => `${rule} ${verdict} ${severity} ${called(subject)}`)
    .sort();
}

/** A credential has no name but that of the source, and a document is called by its path. */
function called({ kind, name }: FindingSubject): string {
  return kind === "credential" || kind === "document" ? kind : `${kind} ${name}`;
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

  test("is told at least twice, and lists no column that is not there", () => {
    expect(columns.length).toBeGreaterThan(1);
    expect(Object.keys(scenario.lessKnown ?? {}).filter((column) => !columns.includes(column))).toEqual([]);
  });
});
