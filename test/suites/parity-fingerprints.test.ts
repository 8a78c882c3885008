import { join } from "node:path";
import { expect, test } from "vitest";
import { called, reportAt } from "./parity-column.ts";
import { fixtures, folders, readJson } from "./rule-cases.ts";

/**
 * Code that only moves (into a module, a nested stack or a construct, or under another id) keeps the ids of its findings. The columns of one format are such
 * moves of each other.
 */
const root = join(fixtures, "parity");

interface Moves {
  readonly lessKnown?: Readonly<Record<string, readonly string[]>>;
}

const moves = folders(root).flatMap((scenario) => {
  const { lessKnown } = readJson<Moves>(join(root, scenario, "scenario.json"));
  const columns = folders(join(root, scenario)).filter((column) => lessKnown?.[column] === undefined);
  return columns.flatMap((column) => {
    const format = column.replace(/-.*/, "");
    return column !== format && columns.includes(format) ? [[scenario, format, column] as const] : [];
  });
});

/** The ids of findings about what has a name; a document is called by its path. */
async function idsAt(folder: string): Promise<readonly string[]> {
  const { findings } = await reportAt(folder);
  const named = findings.filter(({ subject }) => called(subject) !== subject.kind);
  return named.map(({ id, rule, subject }) => `${rule} of ${subject.name}: ${id}`).sort();
}

test.each(moves)("%s: %s, and %s", async (scenario, format, column) => {
  const [one, other] = [format, column].map((each) => idsAt(join(root, scenario, each)));
  expect(await other).toEqual(await one);
});

test("each format moves", () => {
  expect(new Set(moves.map(([, format]) => format))).toEqual(new Set(["cdk", "cloudformation", "terraform"]));
});
