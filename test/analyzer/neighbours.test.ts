import { expect, test } from "vitest";
import { analyzeAll } from "#analyzer/analyze.ts";
import type { Judged } from "#analyzer/report.ts";
import { cloudsFor } from "#clouds/index.ts";
import type { Plan } from "#model/plan.ts";
import crossing from "#rules/no-cross-environment-trust.ts";
import strangers from "#rules/no-unknown-account-trust.ts";
import type { Rule } from "#rules/rule.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { type Change, planOf, role } from "./support.ts";

/** Two plans of a run, of which one names a role of the other: what that is worth as a change. */

const arn = "arn:aws:iam::111122223333:role/ci";
const ci = role("ci", { arn, tags: { environment: "dev" } });
const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: arn } };
const trust = JSON.stringify({ Version: "2012-10-17", Statement: statement });
const deploy = role("deploy", { assume_role_policy: trust, tags: { environment: "prod" } });
const same: Change = { address: "aws_iam_role.app", action: "none", before: deploy, after: deploy };

async function judged(rule: Rule, ...plans: readonly Plan[]): Promise<readonly Judged[]> {
  const preset = defaultRuleset();
  const settings = { ...preset.settings, accounts: new Map([["444455556666", {}]]) };
  const ruleset = { ...preset, settings };
  const clouds = cloudsFor(ruleset.settings, undefined);
  for (const plan of plans) for (const cloud of clouds) await cloud.prepare(plan);
  return analyzeAll(
    plans.map((plan) => ({ plan, clouds })),
    [rule],
    { ruleset },
  );
}

function other(change: Omit<Change, "address">, hasBefore = true): Plan {
  return planOf([{ address: "aws_iam_role.app", ...change }], { document: "other.json", hasBefore });
}

test.each<[title: string, other: Plan, verdict: string, change: string]>([
  ["stays as it is", other({ action: "none", before: ci, after: ci }), "fails", "unchanged"],
  [
    "changes in another way",
    other({ action: "update", before: { ...ci, path: "/" }, after: ci }),
    "fails",
    "unchanged",
  ],
  [
    "comes to another environment",
    other({ action: "update", before: { ...ci, tags: { environment: "prod" } }, after: ci }),
    "fails",
    "widened",
  ],
  ["is told without a before", other({ action: "unrecognized", after: ci }, false), "fails", "unchanged"],
  ["goes", other({ action: "delete", before: ci }), "undecided", "unchanged"],
])("a role that another input makes %s", async (_, plan, verdict, change) => {
  const [own] = await judged(crossing, planOf([same]), plan);
  expect(own?.findings.map((one) => [one.verdict, one.change])).toEqual([[verdict, change]]);
});

test("what another input makes is counted there only", async () => {
  const [own, others] = await judged(
    crossing,
    planOf([{ address: "aws_iam_role.app", action: "delete", before: deploy }]),
    other({ action: "none", before: ci, after: ci }),
  );
  expect([own?.removed, others?.removed]).toEqual([1, 0]);
});

test("whom a bucket policy names is no stranger where another input makes it", async () => {
  const grant = { ...statement, Action: "s3:GetObject", Resource: "arn:aws:s3:::assets/*" };
  const policy = { bucket: "assets", policy: JSON.stringify({ Version: "2012-10-17", Statement: grant }) };
  const bucket = planOf([
    { address: "aws_s3_bucket.assets", action: "create", after: { bucket: "assets" } },
    { address: "aws_s3_bucket_policy.assets", action: "create", after: policy },
  ]);
  const said = async (...plans: readonly Plan[]) =>
    (await judged(strangers, ...plans))[0]?.findings.map((one) => one.detail);
  expect(await said(bucket)).toEqual(["111122223333"]);
  expect(await said(bucket, other({ action: "none", before: ci, after: ci }))).toEqual([]);
});
