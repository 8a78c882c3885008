import { expect, test } from "vitest";
import noPublicTrust from "#rules/no-public-trust.ts";
import { judged, planOf, role } from "../analyzer/support.ts";

/** What the rule tells people; whether it is right stands in fixtures/rules. */

async function findingOf(statement: object) {
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: { Action: "sts:AssumeRole", ...statement } });
  const plan = planOf([
    { address: "aws_iam_role.app", action: "create", after: role("app", { assume_role_policy: trust }) },
  ]);
  const { findings } = await judged(plan, [noPublicTrust]);
  expect(findings).toHaveLength(1);
  return findings[0];
}

test.each<[object, string]>([
  [{ Effect: "Allow", Principal: "*" }, 'Principal "*" without a condition that pins the caller'],
  [
    { Effect: "Allow", Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } },
    'Principal "arn:aws:iam::111122223333:root", "*" without a condition that pins the caller',
  ],
  [
    { Effect: "Allow", NotPrincipal: { AWS: "111122223333" } },
    'everybody but "111122223333" without a condition that pins the caller',
  ],
  [
    { Effect: "Allow", Principal: "*", Condition: { StringLikeIfExists: { "aws:PrincipalOrgID": "o-*" } } },
    'Principal "*" where StringLikeIfExists aws:PrincipalOrgID pins no caller',
  ],
])("the reason names who comes in and what does not keep them out: %j", async (statement, reason) => {
  const finding = await findingOf(statement);
  expect(finding?.message).toBe("anyone can assume role app");
  expect(finding?.evidence.map((one) => one.message)).toEqual([reason]);
});

test("where it cannot be told, the message says perhaps", async () => {
  const finding = await findingOf({ Effect: "Permit", Principal: "*" });
  expect(finding?.verdict).toBe("undecided");
  expect(finding?.message).toBe("anyone could perhaps assume role app");
});
