import { describe, expect, it } from "vitest";
import { planOf } from "../support.ts";

const change = { actions: ["no-op"], before: {}, after: {}, after_unknown: {} };
const role = { address: "aws_iam_role.ci", mode: "managed", type: "aws_iam_role", name: "ci", change };

async function noticesOf(plan: object): Promise<readonly string[]> {
  const read = await planOf({ format_version: "1.2", resource_changes: [role], configuration: {}, ...plan });
  return read.notices.map((one) => `${one.level} ${one.code} ${one.location.pointer}`);
}

describe("notices", () => {
  it("says nothing of a whole plan", async () => {
    expect(
      await noticesOf({ errored: false, complete: true, applyable: false, resource_drift: [], checks: [] }),
    ).toEqual([]);
  });

  it.each([
    [{ errored: true }, "incomplete plan-errored /errored"],
    [{ complete: false }, "incomplete plan-incomplete /complete"],
    [{ format_version: "2.0" }, "incomplete unknown-format-version /format_version"],
    [
      {
        deferred_changes: [
          { reason: "instance_count_unknown", resource_change: { address: "aws_iam_role.per_id[*]" } },
        ],
      },
      "incomplete change-deferred /deferred_changes/0",
    ],
    [{ resource_drift: [role] }, "info drift /resource_drift"],
    [
      {
        checks: [
          { address: { to_display: "check.x" }, status: "pass" },
          { address: { to_display: "check.y" }, status: "fail" },
        ],
      },
      "info check-failed /checks/1",
    ],
    [{ action_invocations: [{ address: "action.x.y" }] }, "info actions /action_invocations"],
    [
      { resource_changes: [{ ...role, change: { ...change, actions: ["forget"], after: null } }] },
      "info forgotten /resource_changes/0",
    ],
    [
      { resource_changes: [{ ...role, change: { ...change, importing: { id: "x" } } }] },
      "info imports /resource_changes",
    ],
    [{ resource_changes: [role, { type: "aws_iam_role" }] }, "incomplete unexpected-shape /resource_changes/1"],
    [{ resource_changes: [7] }, "incomplete unexpected-shape /resource_changes/0"],
    [
      { prior_state: { values: { root_module: { child_modules: {} } } } },
      "incomplete unexpected-shape /prior_state/values/root_module/child_modules",
    ],
    [{ resource_changes: {}, planned_values: null }, "incomplete unexpected-shape /resource_changes"],
  ])("of %j says %s", async (plan, notice) => {
    expect(await noticesOf(plan)).toEqual([notice]);
  });

  it("says that references are not known without a configuration", async () => {
    expect(await noticesOf({ configuration: undefined })).toEqual(["info no-configuration "]);
  });

  it("takes what is missing or null for nothing", async () => {
    expect(
      await noticesOf({
        resource_drift: null,
        prior_state: null,
        planned_values: { root_module: {} },
        checks: null,
        deferred_changes: null,
      }),
    ).toEqual([]);
  });
});

describe("a resource that is there", () => {
  const odd = ["incomplete unexpected-shape /resource_changes/0"];

  it.each([
    [{ actions: ["create"], before: null, after: null }, odd],
    [{ actions: ["create"], before: null }, odd],
    [{ actions: ["update"], before: {}, after: null }, odd],
    [{ actions: ["delete", "create"], before: {}, after: null }, odd],
    [{ actions: ["no-op"], before: {}, after: null }, odd],
    [{ actions: ["no-op"] }, odd],
    [{ actions: ["create"], before: null, after: null, after_unknown: true }, []],
    [{ actions: ["create"], before: null, after_unknown: { id: true } }, []],
    [{ actions: ["create"], before: null, after_unknown: { id: false, tags: {} } }, odd],
    [{ actions: ["no-op"], before: null, after: null }, []],
    [{ actions: ["delete"], before: {}, after: null }, []],
  ])("must tell its values: %j", async (change, notices) => {
    expect(await noticesOf({ resource_changes: [{ ...role, change }] })).toEqual(notices);
  });

  it("must tell them in a plan of planned values too", async () => {
    const planned_values = { root_module: { resources: [{ ...role, change: undefined }] } };
    expect(await noticesOf({ resource_changes: undefined, planned_values })).toEqual([
      "incomplete unexpected-shape /planned_values/root_module/resources/0",
    ]);
  });
});

/** What each version wrote, and what a reader is told of it. */
const versions: readonly (readonly [format: unknown, tool: unknown, said: string, notices: readonly string[]])[] = [
  ["0.1", "0.12.31", "Terraform 0.12.31 plan (format 0.1)", []],
  ["0.1", "1.0.0", "Terraform 1.0.0 plan (format 0.1)", []],
  ["0.2", "1.0.11", "Terraform 1.0.11 plan (format 0.2)", []],
  ["1.0", "1.1.9", "Terraform 1.1.9 plan (format 1.0)", []],
  ["1.1", "1.4.7", "Terraform 1.4.7 plan (format 1.1)", []],
  ["1.2", "1.15.0-rc1", "Terraform 1.15.0-rc1 plan (format 1.2)", []],
  ["1.99", "1.30.0", "Terraform 1.30.0 plan (format 1.99)", []],
  [undefined, undefined, "Terraform plan", []],
  ["2.0", "2.0.0", "Terraform 2.0.0 plan (format 2.0)", ["incomplete unknown-format-version /format_version"]],
  ["10.0", "1.0.0", "Terraform 1.0.0 plan (format 10.0)", ["incomplete unknown-format-version /format_version"]],
  ["", "1.0.0", "Terraform 1.0.0 plan", ["incomplete unknown-format-version /format_version"]],
  [{}, ["1"], "Terraform plan", ["incomplete unknown-format-version /format_version"]],
  ["1.2", "\u001b[31m", "Terraform plan (format 1.2)", []],
];

describe("formats", () => {
  it.each(versions)("reads %j of %j as %s", async (format_version, terraform_version, said, notices) => {
    const plan = { format_version, terraform_version, resource_changes: [role], configuration: {} };
    expect((await planOf(plan)).format).toBe(said);
    expect(await noticesOf(plan)).toEqual(notices);
  });

  it("knows the redacted plan of HCP Terraform by its own version", async () => {
    const plan = { plan_format_version: "3.0", format_version: undefined, configuration: undefined };
    expect(await noticesOf(plan)).toEqual([
      "incomplete unknown-format-version /plan_format_version",
      "info redacted-plan /plan_format_version",
    ]);
  });
});
