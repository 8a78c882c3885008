import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { graph } from "../../src/check.ts";
import { checkCase, fixtures, inputOf, optionsOf } from "../suites/rule-cases.ts";

const folder = join(fixtures, "rules/no-hardcoded-secret");

/** Parts of every secret that the cases hold, as they stand in their configurations. */
const secrets = [
  "Tr0ub4dor-7782-Fz",
  "AKIAQRSTUVWXYZ234567",
  "not really a key",
  "this/is/no/real/key",
  "correct-horse-battery",
  "kQ7vX2mP9sLw4tZr",
  "Welcome-2-Orders",
];

test.each(readdirSync(folder))("no output of %s shows a secret", async (name) => {
  const path = join(folder, name);
  const bytes = readFileSync(join(path, inputOf(path)));
  const options = await optionsOf(path);
  const input = { path: inputOf(path), bytes };
  const report = await checkCase(path);
  const printed = [
    JSON.stringify(report),
    JSON.stringify(await graph(input, options, "after")),
    JSON.stringify(await graph(input, options, "before")),
  ];
  expect(secrets.filter((secret) => printed.some((text) => text.includes(secret)))).toEqual([]);
});

test("the cases hold them, or there would be nothing to hide", () => {
  const folders = readdirSync(folder).map((name) => join(folder, name));
  const texts = folders.map((path) => readFileSync(join(path, inputOf(path)), "utf8"));
  expect(secrets.filter((secret) => !texts.some((text) => text.includes(secret)))).toEqual([]);
});
