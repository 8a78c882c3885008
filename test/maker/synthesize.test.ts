import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fixtures } from "../../fixtures/maker/make/cases.ts";
import { isApp, synthesize, synthesized } from "../../fixtures/maker/make/synthesize.ts";

const column = join(fixtures, "parity/stacks-that-import/cdk");

test("an app gives the assembly that stands beside it, and nothing of the machine", { timeout: 60_000 }, async () => {
  const made = await synthesize(column);
  expect([...made.keys()]).toEqual(synthesized(column));
  for (const [name, text] of made) expect(text).toBe(readFileSync(join(column, name), "utf8"));
  const all = [...made.values()].join("");
  expect(all).toContain('"app.ts:');
  expect(all).not.toContain(resolve(fixtures, ".."));
});

test("a column with an app is one of the CDK's", () => {
  expect([column, join(column, "../terraform")].map(isApp)).toEqual([true, false]);
});
