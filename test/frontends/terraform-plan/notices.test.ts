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
