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

async function noticesOf(type: string, clouds?: readonly string[]): Promise<readonly string[]> {
  const change = { actions: ["create"], before: null, after: { name: "a", role: "b" }, after_unknown: {} };
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
    ["aws_glue_resource_policy", undefined, ["incomplete type-not-judged"]],
    ["aws_sagemaker_notebook_instance", undefined, ["info type-not-judged"]],
    ["aws_of_tomorrow", undefined, ["incomplete type-not-known"]],
    ["aws_vpc", undefined, []],
    ["random_pet", undefined, []],
  ])("%s with the clouds %j: %j", async (type, clouds, notices) => {
    expect(await noticesOf(type, clouds)).toEqual(notices);
  });
});
