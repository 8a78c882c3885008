import { expect, test } from "vitest";
import noFullAdmin from "#rules/no-full-admin.ts";
import requireOwner from "#rules/require-owner.ts";
import type { Rule } from "#rules/rule.ts";
import { type Change, inlinePolicy, judged, planOf, role } from "./support.ts";

const ours = { tags: { owner: "payments" } };

interface Case {
  readonly says: string;
  readonly rule: Rule;
  readonly changes: readonly Change[];
  readonly change: string;
}

const cases: readonly Case[] = [
  {
    says: "the subject is new",
    rule: requireOwner,
    changes: [{ address: "aws_iam_role.app", action: "create", after: role("app") }],
    change: "added",
  },
  {
    says: "it existed, and the claim holds only now",
    rule: requireOwner,
    changes: [{ address: "aws_iam_role.app", action: "update", before: role("app", ours), after: role("app") }],
    change: "widened",
  },
  {
    says: "the claim held before, and the subject is changed",
    rule: requireOwner,
    changes: [
      {
        address: "aws_iam_role.app",
        action: "update",
        before: role("app"),
        after: role("app", { description: "orders" }),
      },
    ],
    change: "touched",
  },
  {
    says: "it is replaced",
    rule: requireOwner,
    changes: [{ address: "aws_iam_role.app", action: "replace", before: role("app"), after: role("app2") }],
    change: "touched",
  },
  {
    says: "the change is about something else",
    rule: requireOwner,
    changes: [
      { address: "aws_iam_role.app", action: "none", before: role("app"), after: role("app") },
      { address: "aws_iam_role.report", action: "create", after: role("report", ours) },
    ],
    change: "unchanged",
  },
  {
    says: "it only moves in the source",
    rule: requireOwner,
    changes: [
      {
        address: "aws_iam_role.app",
        previousAddress: "aws_iam_role.old",
        action: "none",
        before: role("app"),
        after: role("app"),
      },
    ],
    change: "unchanged",
  },
  {
    says: "the policy that the claim stands on is new",
    rule: noFullAdmin,
    changes: [
      { address: "aws_iam_role.app", action: "none", before: role("app"), after: role("app") },
      { address: "aws_iam_role_policy.app", action: "create", after: inlinePolicy("app", "*") },
    ],
    change: "widened",
  },
  {
    says: "the policy that the claim stands on is changed, and said as much before",
    rule: noFullAdmin,
    changes: [
      { address: "aws_iam_role.app", action: "none", before: role("app"), after: role("app") },
      {
        address: "aws_iam_role_policy.app",
        action: "update",
        before: inlinePolicy("app", "*"),
        after: inlinePolicy("app", "*:*"),
      },
    ],
    change: "touched",
  },
  {
    says: "the policy stays, and the role that it is about is changed",
    rule: noFullAdmin,
    changes: [
      {
        address: "aws_iam_role.app",
        action: "update",
        before: role("app"),
        after: role("app", { description: "orders" }),
      },
      {
        address: "aws_iam_role_policy.app",
        action: "none",
        before: inlinePolicy("app", "*"),
        after: inlinePolicy("app", "*"),
      },
    ],
    change: "touched",
  },
  {
    says: "another policy of the role goes, which the claim does not stand on",
    rule: noFullAdmin,
    changes: [
      { address: "aws_iam_role.app", action: "none", before: role("app"), after: role("app") },
      {
        address: "aws_iam_role_policy.app",
        action: "none",
        before: inlinePolicy("app", "*"),
        after: inlinePolicy("app", "*"),
      },
      { address: "aws_iam_role_policy.old", action: "delete", before: inlinePolicy("app", "sqs:SendMessage") },
    ],
    change: "unchanged",
  },
];

test.each(cases)("$change: $says", async ({ rule, changes, change }) => {
  const { findings } = await judged(planOf(changes), [rule]);
  expect(findings.map((one) => [one.verdict, one.change])).toEqual([["fails", change]]);
});

test("present: there is no state before to compare with", async () => {
  const plan = planOf([{ address: "aws_iam_role.app", action: "none", after: role("app") }], { hasBefore: false });
  const { findings } = await judged(plan, [requireOwner]);
  expect(findings.map((one) => one.change)).toEqual(["present"]);
});

test("what the change mends, or takes away, is no finding", async () => {
  const plan = planOf([
    { address: "aws_iam_role.app", action: "update", before: role("app"), after: role("app", ours) },
    { address: "aws_iam_role.old", action: "delete", before: role("old") },
  ]);
  const { findings, removed } = await judged(plan, [requireOwner]);
  expect(findings).toEqual([]);
  expect(removed).toBe(1);
});
