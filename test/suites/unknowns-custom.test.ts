import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { hidingsOf } from "./hiding.ts";
import { breaches } from "./laws.ts";
import { fixtures, folders, optionsOf } from "./rule-cases.ts";

/** The laws of `unknowns.test.ts` hold for rules that a ruleset defines itself, whatever they ask. */

const own = join(fixtures, "rulesets/own");
const cases = folders(own).flatMap((rule) => folders(join(own, rule)).map((name) => [rule, name] as const));

test.each(cases)("%s: %s", async (rule, name) => {
  const options = await optionsOf(own);
  const bytes = readFileSync(join(own, rule, name, "plan.json"));
  const reportOf = (plan: Uint8Array): Promise<Report> => check([{ path: "plan.json", bytes: plan }], options);
  const known = await reportOf(bytes);
  const custom = new Set(options.ruleset.custom.map((one) => one.id));
  const hidings = hidingsOf(bytes);
  expect(hidings).not.toEqual([]);
  const broken: string[] = [];
  for (const hiding of hidings) {
    const hidden = await reportOf(hiding.apply());
    for (const { rule: id, law, subject } of breaches(known, hidden))
      if (custom.has(id)) broken.push(`${law} when ${hiding.name} is hidden: ${id} on ${subject}`);
  }
  expect(broken).toEqual([]);
});
