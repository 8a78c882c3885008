import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { disparities, type Form } from "./parity.ts";
import { called, formAt, reportAt } from "./parity-column.ts";
import { fixtures, folders, readJson } from "./rule-cases.ts";

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

/** What is found, without what is a format's own: addresses, places, and, where nobody tells what was before, what changed. */
async function findingsAt(folder: string, hasBefore: boolean): Promise<readonly string[]> {
  const { findings } = await reportAt(folder);
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
