import { expect, test } from "vitest";
import requireOwner from "#rules/require-owner.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { judged, planOf, role } from "../analyzer/support.ts";

/** What the rule tells people; whether it is right stands in fixtures/rules. */

const ruleset = defaultRuleset();

async function findingOf(tags: unknown, keys: readonly string[] = ruleset.settings.owners.tags) {
  const plan = planOf([{ address: "aws_iam_role.app", action: "create", after: role("app", { tags }) }]);
  const settings = { ...ruleset.settings, owners: { ...ruleset.settings.owners, tags: keys } };
  const { findings } = await judged(plan, [requireOwner], { ...ruleset, settings });
  expect(findings).toHaveLength(1);
  return findings[0];
}

test.each<[string, unknown]>([
  ["it has no tags", null],
  ["it has no tags", {}],
  ["its tags are project", { project: "shop" }],
  ["its tags are a, b, c, d, e and 2 more", { g: "", f: "", e: "", d: "", c: "", b: "", a: "" }],
  ["tag Owner is empty", { Owner: " " }],
])("the message says why: %s", async (because, tags) => {
  const finding = await findingOf(tags);
  expect(finding?.message).toBe(`role app has no owner: ${because}`);
  expect(finding?.evidence.map((one) => [one.message, one.location.pointer])).toEqual([
    [because, "/aws_iam_role.app/tags"],
  ]);
});

test("the fix names the organisation's own tag and the resource", async () => {
  const finding = await findingOf({ owner: "payments" }, ["acme:service-owner", "acme:team"]);
  expect(finding?.fix).toBe(
    "Set the tag acme:service-owner = <team> on aws_iam_role.app, or in the provider's default_tags.",
  );
});
