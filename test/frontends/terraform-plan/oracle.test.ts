import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listAt, recordAt, textAt } from "#frontends/json/shape.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Tree } from "#model/tree.ts";
import type { Reference } from "#model/value.ts";
import { corpus, fixtures, hasCorpus, planAt } from "../support.ts";

/** Folders with a plan and with what became of it: the state after it was applied. */
function samplesIn(folder: string): readonly string[] {
  const names = readdirSync(folder).sort();
  return names
    .map((name) => `${folder}/${name}`)
    .filter((one) => existsSync(`${one}/plan.json`) && existsSync(`${one}/applied.state.json`));
}

type Step = string | number;

/** The holes of a tree, with the way to each. */
function* holesIn(
  tree: Tree,
  path: readonly Step[] = [],
): Iterable<{ readonly path: readonly Step[]; readonly refs: readonly Reference[] }> {
  if (tree.kind === "unknown") yield { path, refs: tree.hole.refs };
  if (tree.kind === "list") for (const [i, item] of tree.items.entries()) yield* holesIn(item, [...path, i]);
  if (tree.kind === "map") for (const key of tree.keys()) yield* holesIn(tree.get(key), [...path, key]);
}

/** The values of each resource in a state, by address. */
function appliedIn(file: string): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const read = (module: unknown) => {
    for (const resource of listAt(module, "resources"))
      values.set(textAt(resource, "address") ?? "", recordAt(resource, "values"));
    for (const child of listAt(module, "child_modules")) read(child);
  };
  read(recordAt(JSON.parse(readFileSync(file, "utf8")), "values", "root_module"));
  return values;
}

/** What stands at a path such as `role[0].name`; a list of one counts as its item. */
function at(values: unknown, path: readonly Step[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return values;
  if (Array.isArray(values))
    return typeof step === "number" ? at(values[step], rest) : values.length === 1 ? at(values[0], path) : undefined;
  return isRecord(values) ? at(values[step], rest) : undefined;
}

function stepsOf(attribute: string): readonly Step[] {
  const steps = attribute.split(/[.[\]"]+/).filter((one) => one !== "");
  return steps.map((one) => (/^\d+$/.test(one) ? Number(one) : one));
}

/** Every string in a value, also as key; documents in one spelling, because providers write them anew. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isRecord(value)) return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
  return value === null || value === undefined
    ? []
    : [spelled(typeof value === "string" ? value : JSON.stringify(value))];
}

function spelled(text: string): string {
  if (!text.trimStart().startsWith("{")) return text;
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

/**
 * Whether what an unknown became holds the value that a reference led to. Elements of lists are not compared by
 * position: sets are sorted anew.
 */
function isRight(became: unknown, path: readonly Step[], source: unknown): boolean {
  const upToList = path.slice(0, path.findIndex((step) => typeof step === "number") >>> 0);
  const texts = textsIn(at(became, upToList));
  return textsIn(source).some((value) =>
    texts.some((text) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))),
  );
}

async function wrongIn(folder: string): Promise<{ readonly compared: number; readonly wrong: readonly string[] }> {
  const applied = appliedIn(`${folder}/applied.state.json`);
  const plan = await planAt(`${folder}/plan.json`);
  let compared = 0;
  const wrong: string[] = [];
  for (const change of plan.changes) {
    for (const { path, refs } of holesIn(change.after)) {
      for (const ref of refs.filter(
        (one) => one.attribute !== undefined && ["exact", "likely"].includes(one.certainty),
      )) {
        const source = at(applied.get(ref.targets[0] ?? ""), stepsOf(ref.attribute ?? ""));
        if (source === undefined || !applied.has(change.address)) continue;
        compared++;
        if (!isRight(applied.get(change.address), path, source))
          wrong.push(`${change.address} ${path.join(".")}: ${ref.expression}`);
      }
    }
  }
  return { compared, wrong };
}

describe("references against what the plan became", () => {
  it.each(samplesIn(fixtures))("leads to the right value in %s", async (folder) => {
    expect((await wrongIn(folder)).wrong).toEqual([]);
  });

  it("compares many", async () => {
    const all = await Promise.all(samplesIn(fixtures).map(wrongIn));
    expect(all.reduce((sum, one) => sum + one.compared, 0)).toBeGreaterThan(60);
  });
});

describe.skipIf(!hasCorpus)("the same beside this repository (skipped where it is absent)", () => {
  it.each(hasCorpus ? samplesIn(`${corpus}/own-terraform/aws`) : [])(
    "leads to the right value in %s",
    async (folder) => {
      expect((await wrongIn(folder)).wrong).toEqual([]);
    },
  );
});
