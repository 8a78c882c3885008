import { expect, test } from "vitest";
import noCrossEnvironmentTrust from "#rules/no-cross-environment-trust.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { judged, planOf, role } from "../analyzer/support.ts";

/** What the rule tells people; whether it is right stands in fixtures/rules. */

const dev = "444455556666";
const base = defaultRuleset();
const ruleset = {
  ...base,
  settings: {
    ...base.settings,
    organization: "o-ours",
    accounts: new Map([[dev, { name: "shop-dev", environment: "dev" }]]),
  },
};

async function findingOf(principal: unknown, condition: object = {}, tags: object = { environment: "prod" }) {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, Condition: condition };
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const after = role("orders", { assume_role_policy: trust, tags });
  const plan = planOf([{ address: "aws_iam_role.app", action: "create", after }]);
  const { findings } = await judged(plan, [noCrossEnvironmentTrust], ruleset);
  expect(findings).toHaveLength(1);
  return findings[0];
}

test("a failing one names both sides, and what told their environments", async () => {
  const finding = await findingOf({ AWS: dev });
  expect(finding?.message).toBe(
    "role orders (prod by tag environment = prod) trusts account 444455556666 (dev by account 444455556666)",
  );
  expect(finding?.evidence.map((one) => one.message)).toEqual(['Principal "444455556666"']);
  expect(finding?.fix).toContain("trust-allowed");
});

test.each<[string, unknown, object, string, string]>([
  [
    "of an account that nobody declared",
    { AWS: "arn:aws:iam::999900001111:root" },
    { environment: "prod" },
    "role orders (prod by tag environment = prod) trusts account 999900001111 (environment not told)",
    "the environment of account 999900001111",
  ],
  [
    "of a role without an environment",
    { AWS: dev },
    {},
    "role orders (environment not told) trusts account 444455556666 (dev by account 444455556666)",
    "the environment of role orders",
  ],
])("an undecided one says what nobody told: %s", async (_, principal, tags, message, needs) => {
  const finding = await findingOf(principal, {}, tags);
  expect(finding?.message).toBe(`${message}: whether that crosses environments cannot be told`);
  expect(finding?.waitsFor).toEqual([needs]);
  expect(finding?.fix).toContain("accounts under accounts, identities by tags or names");
});

test.each<[string, object, string, string]>([
  [
    "an organization",
    { StringEquals: { "aws:PrincipalOrgID": "o-ours" } },
    "organization o-ours (dev by account 444455556666)",
    'everybody, narrowed down by a condition to "o-ours"',
  ],
  [
    "a network",
    { StringEquals: { "aws:SourceVpce": "vpce-1" } },
    "whoever comes by vpce-1 (environment not told): whether that crosses environments cannot be told",
    'everybody, narrowed down by a condition to "vpce-1"',
  ],
])("where everybody is named it says whom the condition leaves: %s", async (_, condition, party, evidence) => {
  const finding = await findingOf("*", condition);
  expect(finding?.message).toBe(`role orders (prod by tag environment = prod) trusts ${party}`);
  expect(finding?.evidence.map((one) => one.message)).toEqual([evidence]);
});
