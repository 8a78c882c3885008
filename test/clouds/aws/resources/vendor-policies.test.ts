import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import type { Policy } from "#model/policy.ts";
import { graphOf } from "./facts.ts";

/** The policy that an attachment names by this ARN, as the graph has it. */
async function attached(policy_arn: string): Promise<Policy> {
  const record = (type: string, after: object) => ({
    address: `${type}.x`,
    mode: "managed",
    type,
    name: "x",
    change: { actions: ["create"], before: null, after, after_unknown: {} },
  });
  const resource_changes = [
    record("aws_iam_role", { name: "x" }),
    record("aws_iam_role_policy_attachment", { role: "x", policy_arn }),
  ];
  const bytes = Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes, configuration: {} }));
  const { attachments, policies } = await graphOf(bytes);
  expect(attachments.map((one) => [one.policy, one.to])).toEqual([[policy_arn, "aws_iam_role.x"]]);
  return policies.find((one) => one.id === policy_arn) ?? expect.fail("the policy is not in the graph");
}

const partitions = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-eusc"];

describe("policies that AWS maintains", () => {
  it.each(partitions)("are known with their content in the partition %s", async (partition) => {
    const policy = await attached(`arn:${partition}:iam::aws:policy/AdministratorAccess`);
    const [statement] = policy.statements;
    expect(policy).toMatchObject({ origin: "vendor", name: ["AdministratorAccess"], path: "/" });
    expect(policy.assumed).toBe(partition !== "aws");
    expect(statement).toMatchObject({ actions: { patterns: [["*"]] }, resources: { patterns: [["*"]] } });
    expect(policy.unread).toBeUndefined();
  });

  it("are known with their path", async () => {
    const policy = await attached("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
    expect(policy).toMatchObject({ name: ["AWSLambdaBasicExecutionRole"], path: "/service-role/", assumed: false });
    expect(policy.statements[0]?.actions.patterns).toContainEqual(["logs:PutLogEvents"]);
  });

  it.each([
    "arn:aws:iam::aws:policy/NoSuchPolicy",
    "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole",
    "arn:aws:iam::aws:policy/administratoraccess",
  ])("are not known, and not taken for empty: %s", async (arn) => {
    const policy = await attached(arn);
    expect(policy.statements).toEqual([]);
    expect(policy.unread?.reason).toBe("unresolved-reference");
  });
});
