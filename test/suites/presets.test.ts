import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "#rules/index.generated.ts";
import type { Rule } from "#rules/rule.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { presets } from "#ruleset/presets.generated.ts";
import { check } from "../../src/check.ts";
import { optionsOf, ruleCases } from "./rule-cases.ts";

/** The ruleset of somebody who extends one preset and says nothing else. */
function extending(preset: string) {
  const files = { resolve: (_: string, to: string) => to, read: async () => "" };
  return loadRuleset({ file: { path: "rolecall.yaml", text: `extends: [${preset}]\n` }, rules, files });
}

/** The rules that are on. */
async function on(preset: string): Promise<readonly string[]> {
  const { rules: set } = await extending(preset);
  return [...set].filter(([, { severity }]) => severity !== "off").map(([id]) => id);
}

function ofFamilies(...families: readonly Rule["family"][]): readonly string[] {
  return rules.filter((one) => families.includes(one.family)).map((one) => one.id);
}

test("every rule that a preset names is there", () => {
  const known = new Set(rules.map((one) => one.id));
  const named = [...presets].flatMap(([name, { rules: set = {} }]) => Object.keys(set).map((id) => `${name}: ${id}`));
  expect(named.filter((one) => !known.has(one.split(": ")[1] ?? ""))).toEqual([]);
});

test("every preset knows the words for environments and owners", async () => {
  for (const name of presets.keys()) {
    const { settings } = await extending(name);
    expect([name, settings.environments.map((one) => one.name)]).toEqual([name, ["prod", "staging", "dev"]]);
    expect(settings.owners.tags).toEqual(["owner", "owner_team", "team"]);
  }
});

describe("a preset for a concern has all rules of it", () => {
  const concerns: readonly (readonly [preset: string, families: readonly Rule["family"][]])[] = [
    ["ownership", ["OWN"]],
    ["trust-boundaries", ["TRUST", "ENV"]],
    ["credentials", ["CRED"]],
  ];
  test.each(concerns)("%s", async (preset, families) => {
    const active = await on(preset);
    expect(active).toEqual(expect.arrayContaining([...ofFamilies(...families)]));
    expect(active).not.toContain("no-full-admin");
  });
});

test("vocabulary has no rules", async () => {
  expect(await on("vocabulary")).toEqual([]);
});

describe("audit", () => {
  test("has every rule", async () => {
    expect([...(await on("audit"))].sort()).toEqual(rules.map((one) => one.id).sort());
  });

  test("lets nothing block of all that the cases of the rules find", async () => {
    const ruleset = await extending("audit");
    const blocking = new Set<string>();
    for (const { folder, name } of ruleCases().filter((one) => one.name.startsWith("flags-"))) {
      const input = { path: "plan.json", bytes: readFileSync(join(folder, "plan.json")) };
      const options = { ...(await optionsOf(folder)), failOn: "high", gate: "all" } as const;
      const settings = { ...options.ruleset.settings };
      const report = await check([input], { ...options, ruleset: { ...ruleset, settings } });
      for (const one of report.findings.filter(({ blocks }) => blocks)) blocking.add(`${one.rule} (${name})`);
    }
    expect([...blocking]).toEqual([]);
  }, 120_000);
});
