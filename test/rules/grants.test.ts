import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCase, fixtures } from "../suites/rule-cases.ts";

/** What the rules on grants tell people; whether they are right stands in fixtures/rules. */

async function findingOf(rule: string, name: string) {
  const { findings } = await checkCase(join(fixtures, "rules", rule, name));
  const [finding, ...others] = findings.filter((one) => one.rule === rule);
  expect(others).toEqual([]);
  return finding;
}

test.each([
  [
    "no-full-admin",
    "flags-not-action-that-leaves-iam",
    "role shop-app may do everything but s3:DeleteBucket on everything",
  ],
  ["no-wildcard-action", "flags-w3-upper-case-service", "role shop-app may do S3:*"],
  [
    "no-wildcard-action",
    "flags-on-all-but-one-bucket",
    "role shop-app may do s3:* on everything but arn:aws:s3:::shop-audit/*",
  ],
  [
    "no-unscoped-resource",
    "flags-same-action-in-two-spellings",
    "role shop-app may do sqs:SendMessage on every resource",
  ],
])("%s, %s: the message says what is granted, as it is written", async (rule, name, message) => {
  expect((await findingOf(rule, name))?.message).toBe(message);
});

test("a policy of AWS is one finding with all of its wildcards, and who uses it is told what can be done", async () => {
  const finding = await findingOf("no-wildcard-action", "flags-aws-managed-policy-with-two-wildcards");
  expect(finding?.message).toBe("role shop-app may do s3:*, s3-object-lambda:*");
  expect(finding?.fix).toBe(
    "Attach a policy of your own instead of AmazonS3FullAccess, with the actions and resources that are needed.",
  );
});

test("where nobody can tell who gets a policy, neither can his boundary be told", async () => {
  const finding = await findingOf("no-full-admin", "flags-permission-set-that-cannot-be-told");
  expect(finding?.confidence).toBe("medium");
  expect(finding?.message).toBe(
    'the role of aws_ssoadmin_managed_policy_attachment.set["first"] may do everything on everything (not weighed: its permissions boundary, if it has one)',
  );
});

test("the actions that a finding is about come first in what it quotes", async () => {
  const finding = await findingOf("no-wildcard-action", "flags-last-of-many-actions");
  expect(finding?.evidence[0]?.message).toBe(
    'Action "sqs:*", "s3:GetObject", "s3:PutObject" and 1 more on Resource "*"',
  );
});

test("a policy that was given no name goes by its address", async () => {
  const finding = await findingOf("no-wildcard-action", "flags-cloudformation-policy-without-a-name");
  expect(finding?.evidence[1]?.message).toBe("policy Shared is attached to the role");
});
