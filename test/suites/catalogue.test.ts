import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "#rules/index.generated.ts";
import type { Rule } from "#rules/rule.ts";
import { rulePage } from "../../scripts/docs/rule-page.ts";
import { readPresets } from "../../scripts/presets.ts";
import { ruleIds } from "../../scripts/rule-list.ts";
import { conformance, conformanceInPreviews, conformanceInTemplates } from "./conformance.ts";
import { optIn, reservedIds } from "./reserved-ids.ts";
import { allCases, previewCases, type RuleCase, ruleCases, templateCases } from "./rule-cases.ts";

/** What every rule has: an id of its own, cases that show what it means, a page, and a place in a preset. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const cases = allCases();
const presets = readPresets(rules);

/** How many cases a rule has at least, by what the name of a case begins with. */
const least = { flags: 3, passes: 3, undecided: 1 } as const;
const kinds = ["flags", "passes", "undecided"] as const satisfies readonly (keyof typeof least)[];

/** The analyzer makes its findings, of what the other rules could not decide. */
const madeByTheAnalyzer = "no-undecided-check";

/** Every rule is told in more than one format. */
const formats = [
  ["Terraform", ruleCases()],
  ["CloudFormation", templateCases()],
] as const;

/** Rules about what CloudFormation cannot make, with what it lacks. */
const withoutTemplates: ReadonlyMap<string, string> = new Map([
  ["no-weak-password-policy", "CloudFormation has no type for the password policy of an account"],
]);

test("every file that defines a rule is listed, and nothing else is", () => {
  expect(rules.map((rule) => rule.id).sort()).toEqual([...ruleIds()].sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has an id that is kebab-case and was never another rule's", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(reservedIds).not.toContain(id);
  });

  test.skipIf(id === madeByTheAnalyzer).each(kinds)("has enough cases of the kind %s", (kind) => {
    expect(casesOf(rule, kind).length).toBeGreaterThanOrEqual(least[kind]);
  });

  test.skipIf(id === madeByTheAnalyzer || withoutTemplates.has(id)).each(formats)("is told in %s, too", (_, told) => {
    const kindsTold = new Set(told.filter((one) => one.rule === id).map(({ name }) => name.split("-", 1)[0]));
    expect(kindsTold).toEqual(new Set(kinds));
  });

  test("has a page that is current", () => {
    expect(readFileSync(join(root, "docs/rules", `${id}.md`), "utf8")).toBe(rulePage(root, rule, presets));
  });

  test("is in a preset, or says why one must ask for it", () => {
    const having = [...presets].filter(([, preset]) => preset.rules !== undefined && Object.hasOwn(preset.rules, id));
    expect(having.length > 0 ? "preset" : optIn.get(id)).toBeDefined();
    expect(having.length > 0 && optIn.has(id)).toBe(false);
  });
});

test("every case belongs to a rule, and its name begins with what it expects of it", () => {
  const known = new Set(rules.map((rule) => rule.id));
  const odd = cases.filter((one) => !known.has(one.rule) || !isNamedRight(one));
  expect(odd.map((one) => `${one.rule}: ${one.name}`)).toEqual([]);
});

test("only rules that have no cases in CloudFormation are excused from them", () => {
  expect(templateCases().filter(({ rule }) => withoutTemplates.has(rule))).toEqual([]);
});

test.each(conformance)("conformance case %s has a fixture", (number) => {
  expect(
    ruleCases()
      .filter((one) => one.conformance === number)
      .map((one) => one.name),
  ).not.toEqual([]);
});

test.each(conformanceInTemplates)("conformance case %s has a fixture in CloudFormation", (number) => {
  expect(
    templateCases()
      .filter((one) => one.conformance === number)
      .map((one) => one.name),
  ).not.toEqual([]);
});

test("every preview of Pulumi says where it is from", () => {
  expect(
    previewCases()
      .filter(({ made }) => made === undefined)
      .map(({ rule, name }) => `${rule}: ${name}`),
  ).toEqual([]);
});

test.each(conformanceInPreviews)("conformance case %s has a fixture in Pulumi", (number) => {
  expect(
    previewCases()
      .filter((one) => one.conformance === number)
      .map((one) => one.name),
  ).not.toEqual([]);
});

function casesOf({ id }: Rule, kind: keyof typeof least): readonly RuleCase[] {
  return cases.filter((one) => one.rule === id && one.name.startsWith(`${kind}-`));
}

/** What else a case expects of its rule is its own affair: of five statements one may be undecided, and another fail. */
function isNamedRight({ rule, name, findings }: RuleCase): boolean {
  const verdicts = findings.filter((one) => one.rule === rule).map((one) => one.verdict);
  if (name.startsWith("flags-")) return verdicts.includes("fails");
  if (name.startsWith("undecided-")) return verdicts.includes("undecided");
  return name.startsWith("passes-") && verdicts.length === 0;
}
