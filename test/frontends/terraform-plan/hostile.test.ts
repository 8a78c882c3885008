import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Tree } from "#model/tree.ts";
import { fixtures, planOf } from "../support.ts";

const plans = [
  "modules-two-deep",
  "policy-documents",
  "two-accounts",
  "opentofu",
  "change-widen",
  "sensitive-values",
].map((name): unknown => JSON.parse(readFileSync(`${fixtures}/${name}/plan.json`, "utf8")));

/** A copy of a value with the node that `turns` lead to replaced. */
function replaced(value: unknown, turns: readonly number[], by: unknown): unknown {
  const [turn, ...rest] = turns;
  if (turn === undefined || typeof value !== "object" || value === null) return by;
  if (Array.isArray(value))
    return value.map((item, i) => (i === turn % value.length ? replaced(item, rest, by) : item));
  if (!isRecord(value)) return by;
  const keys = Object.keys(value);
  const chosen = keys[turn % keys.length];
  return Object.fromEntries(keys.map((key) => [key, key === chosen ? replaced(value[key], rest, by) : value[key]]));
}

function readAll(tree: Tree): void {
  if (tree.kind === "unknown") expect(Array.isArray(tree.hole.refs)).toBe(true);
  if (tree.kind === "list") tree.items.forEach(readAll);
  if (tree.kind === "map") for (const key of tree.keys()) readAll(tree.get(key));
}

/** Reads all that there is in a document; the error that it ends in. */
async function read(document: unknown): Promise<InputError | undefined> {
  try {
    const { changes } = await planOf(document);
    for (const { before, after, scope } of changes)
      for (const tree of [before, after, scope.provider.settings]) readAll(tree);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    true,
    null,
    [],
    {},
    "",
    "module.",
    "[",
    { references: ["module.m.x"] },
    { constant_value: {} },
    { __proto__: null },
  ),
);

describe("documents that look like plans", () => {
  it("are read or refused, whatever stands anywhere in them", async () => {
    const mutations = fc.array(fc.tuple(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 }), values), {
      minLength: 1,
      maxLength: 4,
    });
    const holds = fc.asyncProperty(fc.constantFrom(...plans), mutations, async (plan, all) => {
      await read(all.reduce<unknown>((one, [turns, by]) => replaced(one, turns, by), plan));
    });
    await fc.assert(holds, { numRuns: 1_000 });
  });

  it("are refused wherever they are cut off", async () => {
    const text = JSON.stringify(plans[0]);
    for (let length = 1; length < text.length; length += 97) {
      expect((await read(text.slice(0, length)))?.code, `${length} bytes`).toBe("json-truncated");
    }
  });

  it("do not keep the reader long where everything leads everywhere", async () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `aws_x.n${i}`);
    const expressions = {
      statement: names.map((name) => ({ arn: { references: [`${name}.arn`, name, "each.key"] } })),
    };
    const unknown = { statement: names.map(() => ({ arn: true })) };
    const change = {
      actions: ["create"],
      before: null,
      after: { statement: names.map(() => ({})) },
      after_unknown: unknown,
    };
    const resource_changes = names.slice(0, 3).map((address) => ({ address, type: "aws_x", name: "n", change }));
    const resources = names.slice(0, 3).map((address) => ({ address, expressions }));
    expect(await read({ resource_changes, configuration: { root_module: { resources } } })).toBeUndefined();
  });
});
