import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { graph } from "../../src/check.ts";
import { checkCase, fixtures, optionsOf } from "../suites/rule-cases.ts";

const folder = join(fixtures, "rules/no-hardcoded-secret");

/** Parts of every secret that the cases hold, as they stand in their configurations. */
const secrets = ["Tr0ub4dor-7782-Fz", "AKIAQRSTUVWXYZ234567", "not really a key", "this/is/no/real/key"];

test.each(readdirSync(folder))("no output of %s shows a secret", async (name) => {
  const path = join(folder, name);
  const plan = readFileSync(join(path, "plan.json"));
  const options = await optionsOf(path);
  const input = { path: "plan.json", bytes: plan };
  const report = await checkCase(path);
  const printed = [
    JSON.stringify(report),
    JSON.stringify(await graph(input, options, "after")),
    JSON.stringify(await graph(input, options, "before")),
  ];
  expect(secrets.filter((secret) => printed.some((text) => text.includes(secret)))).toEqual([]);
});

test("the plans hold them, or there would be nothing to hide", () => {
  const plans = readdirSync(folder).map((name) => readFileSync(join(folder, name, "plan.json"), "utf8"));
  expect(secrets.filter((secret) => !plans.some((plan) => plan.includes(secret)))).toEqual([]);
});
