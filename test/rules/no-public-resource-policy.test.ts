import { expect, test } from "vitest";
import type { Finding } from "#model/finding.ts";
import noPublicResourcePolicy from "#rules/no-public-resource-policy.ts";
import { type Change, judged, planOf } from "../analyzer/support.ts";

/** What the rule tells people; whether it is right stands in fixtures/rules. */

type Statement = Readonly<Record<string, unknown>>;

function policy(...Statement: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

const open = { Effect: "Allow", Principal: "*", Resource: "*" };

function bucket(policyText: string, name = "shop-site"): Change {
  return { address: "aws_s3_bucket.site", action: "create", after: { bucket: name, policy: policyText } };
}

const block: Change = {
  address: "aws_s3_bucket_public_access_block.site",
  action: "create",
  after: { bucket: "shop-site", restrict_public_buckets: true },
};

async function findingOf(...changes: readonly Change[]): Promise<Finding | undefined> {
  const { findings } = await judged(planOf(changes), [noPublicResourcePolicy]);
  expect(findings).toHaveLength(1);
  return findings[0];
}

test.each<[string, Statement]>([
  ["s3:GetObject", { Action: "s3:GetObject" }],
  ["s3:Get*, s3:List*", { Action: ["s3:Get*", "s3:List*"] }],
  [
    "s3:GetObject, s3:ListBucket, s3:PutObject and 1 more",
    { Action: ["s3:GetObject", "s3:ListBucket", "s3:PutObject", "s3:DeleteObject"] },
  ],
  ["everything but s3:DeleteBucket", { NotAction: "s3:DeleteBucket" }],
])("the message says that anyone can call %s", async (what, over) => {
  const finding = await findingOf(bucket(policy({ ...open, ...over })));
  expect(finding?.message).toBe(`anyone can call ${what} on shop-site`);
});

test.each<[string, Statement]>([
  ['Principal "*" without a condition that pins the caller', {}],
  [
    'Principal "111122223333", "*" without a condition that pins the caller',
    { Principal: { AWS: ["111122223333", "*"] } },
  ],
  [
    'everybody but "arn:aws:iam::111122223333:root" without a condition that pins the caller',
    { Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } },
  ],
  [
    'Principal "*" where Bool aws:SecureTransport pins no caller',
    { Condition: { Bool: { "aws:SecureTransport": "true" } } },
  ],
  [
    'Principal "*" where ForAllValues:StringLikeIfExists aws:PrincipalArn, Null aws:PrincipalOrgID pins no caller',
    {
      Condition: {
        "ForAllValues:StringLikeIfExists": { "aws:PrincipalArn": "arn:aws:iam::1*" },
        Null: { "aws:PrincipalOrgID": "false" },
      },
    },
  ],
])("the evidence says who is let in: %s", async (who, over) => {
  const finding = await findingOf(bucket(policy({ ...open, Action: "s3:GetObject", ...over })));
  expect(finding?.evidence[0]?.message).toBe(`${who}: Action "s3:GetObject" on Resource "*"`);
});

test("a policy of a repository has no Resource, and none is named", async () => {
  const { Resource: _, ...anyone } = open;
  const finding = await findingOf({
    address: "aws_ecr_repository_policy.app",
    action: "create",
    after: { repository: "shop/app", policy: policy({ ...anyone, Action: "ecr:BatchGetImage" }) },
  });
  expect(finding?.message).toBe("anyone can call ecr:BatchGetImage on shop/app");
  expect(finding?.evidence[0]?.message).toMatch(/: Action "ecr:BatchGetImage"$/);
});

test("a key goes by its address: its id tells nobody anything", async () => {
  const finding = await findingOf({
    address: "aws_kms_key.orders",
    action: "create",
    after: { key_id: "6a2f41a3-0000-4a4b-9d6e-2f8b6f0d1c11", policy: policy({ ...open, Action: "kms:Decrypt" }) },
  });
  expect(finding?.message).toBe("anyone can call kms:Decrypt on aws_kms_key.orders");
});

test("a public access block is the reason why it is low", async () => {
  const finding = await findingOf(bucket(policy({ ...open, Action: "s3:GetObject" })), block);
  expect(finding).toMatchObject({
    severity: "low",
    message: "anyone can call s3:GetObject on shop-site, were it not for its public access block",
  });
  expect(finding?.evidence[1]).toMatchObject({
    message: "a public access block keeps the public out as long as it stands",
    location: { address: block.address },
  });
});
