import { describe, expect, it } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";

const options = {
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

async function noticesOf(
  type: string,
  clouds?: readonly string[],
  values: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const after = { name: "a", role: "b", ...values };
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  const resource_changes = [{ address: `${type}.a`, mode: "managed", type, name: "a", change }];
  const bytes = Buffer.from(JSON.stringify({ format_version: "1.2", resource_changes, configuration: {} }));
  const ruleset = defaultRuleset();
  const settings = { ...ruleset.settings, ...(clouds !== undefined && { clouds }) };
  const report = await check([{ path: "plan.json", bytes }], { ...options, ruleset: { ...ruleset, settings } });
  return report.notices.map((one) => `${one.level} ${one.code}`);
}

describe("resources about access that nobody judges", () => {
  it.each([
    ["google_project_iam_member", undefined, ["incomplete cloud-not-judged"]],
    ["google_project_iam_member", ["aws", "gcp"], ["incomplete cloud-not-judged"]],
    ["google_project_iam_member", ["aws"], ["info cloud-not-judged"]],
    ["azurerm_role_assignment", ["aws", "gcp"], ["info cloud-not-judged"]],
    ["aws_glue_resource_policy", undefined, []],
    ["aws_cloudformation_stack", undefined, ["incomplete template-not-read"]],
    ["aws_sagemaker_notebook_instance", undefined, []],
    ["aws_of_tomorrow", undefined, ["incomplete type-not-known"]],
    ["aws_vpc", undefined, []],
    ["random_pet", undefined, []],
  ])("%s with the clouds %j: %j", async (type, clouds, notices) => {
    expect(await noticesOf(type, clouds)).toEqual(notices);
  });
});

/** Templates that a stack deploys, in JSON and YAML: only those with resources about access are missed. */
describe("stacks of another language", () => {
  it.each([
    ['{"Resources":{"R":{"Type":"AWS::IAM::Role"}}}', "incomplete template-not-read"],
    ["Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n", "incomplete template-not-read"],
    ["Resources:\n  P:\n    Type: 'AWS::Lambda::Permission'\n", "incomplete template-not-read"],
    ['{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}', undefined],
  ])("%j", async (template_body, notice) => {
    expect(await noticesOf("aws_cloudformation_stack", undefined, { template_body })).toEqual(notice ? [notice] : []);
  });
});
