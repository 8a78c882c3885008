import { describe, expect, it } from "vitest";
import { plain, planOf, resourceIn } from "../support.ts";

const role = {
  address: "aws_iam_role.ci",
  mode: "managed",
  type: "aws_iam_role",
  name: "ci",
  provider_name: "example.com/hashicorp/aws",
};

function planWith(change: object, record: object = {}) {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [{ ...role, ...record, change }],
    configuration: { root_module: {} },
  };
}

describe("actions", () => {
  it.each([
    [["no-op"], "none"],
    [["create"], "create"],
    [["read"], "read"],
    [["open"], "read"],
    [["update"], "update"],
    [["delete"], "delete"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["forget"], "forget"],
    [["create", "forget"], "replace"],
    [["forget", "create"], "replace"],
    [["invoke"], "unrecognized"],
    [["create", "invoke"], "unrecognized"],
    [["no-op", "delete"], "unrecognized"],
    [["Create"], "unrecognized"],
    [[null], "unrecognized"],
    ["create", "unrecognized"],
    [[], "unrecognized"],
  ])("reads %j as %s", async (actions, action) => {
    const plan = await planOf(planWith({ actions, before: {}, after: {} }));
    expect(plan.changes[0]?.action).toBe(action);
    expect(plan.notices.some((one) => one.code === "unknown-action" && one.level === "incomplete")).toBe(
      action === "unrecognized",
    );
  });

  it("tells an import only where nothing else happens", async () => {
    const importing = { importing: { id: "ci" }, before: {}, after: {} };
    expect((await planOf(planWith({ actions: ["no-op"], ...importing }))).changes[0]?.action).toBe("import");
    expect((await planOf(planWith({ actions: ["update"], ...importing }))).changes[0]?.action).toBe("update");
  });

  it("reads what was imported with generated configuration, which no block describes", async () => {
    const change = { actions: ["no-op"], before: {}, after: { name: "ci" }, after_unknown: { arn: true } };
    const plan = await planOf(
      planWith({ ...change, importing: { id: "ci" }, generated_config: 'resource "aws_iam_role" "ci" {}' }),
    );
    expect(plan.changes[0]?.action).toBe("import");
    expect(plain(plan.changes[0]?.after ?? expect.fail())).toEqual({ name: "ci", arn: "?" });
  });

  it("keeps where a resource was before it was moved", async () => {
    const plan = await planOf(
      planWith({ actions: ["no-op"], before: {}, after: {} }, { previous_address: "aws_iam_role.old" }),
    );
    expect(plan.changes[0]?.previousAddress).toBe("aws_iam_role.old");
  });

  it("tells a deposed object from its successor", async () => {
    const deposed = {
      ...role,
      deposed: "8a1b2c3d",
      change: { actions: ["delete"], before: { name: "ci" }, after: null },
    };
    const plan = planWith({ actions: ["no-op"], before: {}, after: {} });
    const read = await planOf({ ...plan, resource_changes: [...plan.resource_changes, deposed] });
    expect(read.changes.map((one) => [one.address, one.action])).toEqual([
      ["aws_iam_role.ci", "none"],
      ["aws_iam_role.ci (deposed 8a1b2c3d)", "delete"],
    ]);
  });

  it("names an instance as its source does, and its module as the address does", async () => {
    const record = { address: 'module.a["x.y"].aws_iam_role.ci["k"]', module_address: 'module.a["x.y"]', index: "k" };
    const plan = await planOf(planWith({ actions: ["no-op"], before: {}, after: {} }, record));
    expect(plan.changes[0]).toMatchObject({ name: 'ci["k"]', scope: { module: 'module.a["x.y"]' }, mode: "managed" });
  });

  it("counts what nobody wants, and lets it go", async () => {
    const plan = await planOf(planWith({ actions: ["no-op"], before: {}, after: {} }), () => false);
    expect([plan.resources, plan.changes]).toEqual([1, []]);
  });
});

describe("views", () => {
  async function afterOf(values: unknown, unknown: unknown) {
    const plan = await planOf(planWith({ actions: ["create"], before: null, after: values, after_unknown: unknown }));
    return plan.changes[0]?.after ?? expect.fail("no change");
  }

  it("reads null as absent, and false in a mask as known", async () => {
    const tree = await afterOf(
      { name: "ci", path: null, list: ["a", null], tags: {} },
      { list: [false, true], tags: {} },
    );
    expect(plain(tree)).toEqual({ name: "ci", path: null, list: ["a", "?"], tags: {} });
  });

  it("shows keys that are only in the mask", async () => {
    const tree = await afterOf({ nested: { known: 1 } }, { arn: true, nested: { later: true } });
    expect(plain(tree)).toEqual({ nested: { known: 1, later: "?" }, arn: "?" });
  });

  it("reads a wholly unknown collection, and one of which only the mask is left", async () => {
    expect(plain(await afterOf({ other: null }, { statement: true, other: [{ arn: true }], none: [] }))).toEqual({
      other: [{ arn: "?" }],
      statement: "?",
      none: null,
    });
  });

  it("reads what is write-only as absent", async () => {
    const change = {
      actions: ["create"],
      before: null,
      after: { secret_wo: null },
      after_unknown: {},
      after_sensitive: { secret_wo: true },
    };
    expect(plain((await planOf(planWith(change))).changes[0]?.after ?? expect.fail())).toEqual({ secret_wo: null });
  });

  it("does not read numbers that JavaScript cannot hold", async () => {
    const text = JSON.stringify(
      planWith({ actions: ["create"], before: null, after: { a: 1, b: "B", c: "C", d: 0.5 }, after_unknown: {} }),
    );
    const plan = await planOf(text.replace('"B"', "12345678901234567890").replace('"C"', "1e400"));
    expect(plain(plan.changes[0]?.after ?? expect.fail())).toEqual({
      a: 1,
      b: "?ambiguous-text",
      c: "?ambiguous-text",
      d: 0.5,
    });
  });

  it("points to where each value stands", async () => {
    const tree = await afterOf({ tags: { "a/b": "x" } }, {});
    const tags = tree.kind === "map" ? tree.get("tags") : tree;
    expect(tags.kind === "map" && tags.get("a/b").at).toEqual({
      document: "plan.json",
      pointer: "/resource_changes/0/change/after/tags/a~1b",
      address: "aws_iam_role.ci",
    });
  });

  it("guesses what may be unknown where a plan lost its mask", async () => {
    const expressions = {
      policy: { references: ["var.p"] },
      path: { constant_value: null },
      name: { constant_value: "ci" },
      made: {},
      block: [{ arn: { references: ["x.y.arn"] }, id: { constant_value: 1 } }],
    };
    const resources = [{ address: "aws_iam_role.ci", mode: "managed", type: "aws_iam_role", name: "ci", expressions }];
    const plan = planWith({
      actions: ["create"],
      before: null,
      after: { name: "ci", policy: null, path: null, block: [{ id: 1 }] },
    });
    const read = await planOf({ ...plan, configuration: { root_module: { resources } } });
    expect(plain(read.changes[0]?.after ?? expect.fail())).toEqual({
      name: "ci",
      policy: "?unresolved .",
      path: null,
      made: "?",
      block: [{ id: 1, arn: "?unresolved .arn" }],
    });
  });

  it.each([
    ["after", { actions: ["create"], before: null, after: "x" }],
    ["before", { actions: ["update"], before: [1], after: {} }],
    ["after_unknown", { actions: ["create"], before: null, after: {}, after_unknown: "true" }],
  ])("says that it cannot read a change with another shape of %s", async (_name, change) => {
    const plan = await planOf(planWith(change));
    expect(plan.notices.map((one) => [one.level, one.code, one.location.pointer])).toContainEqual([
      "incomplete",
      "unexpected-shape",
      "/resource_changes/0",
    ]);
  });
});

describe("what is not in resource_changes", () => {
  const state = (resources: readonly object[], root: readonly object[] = []) => ({
    format_version: "1.0",
    values: { root_module: { resources: root, child_modules: [{ resources, address: "module.a" }] } },
  });
  const outside = {
    ...role,
    address: "module.a.aws_iam_role.other",
    values: { name: "other", arn: "arn:aws:iam::111122223333:role/other" },
  };
  const looked = { ...role, address: "module.a.data.aws_iam_role.looked", mode: "data", values: { name: "looked" } };
  const change = { actions: ["no-op"], before: { name: "ci" }, after: { name: "ci" }, after_unknown: {} };

  it("finds data sources that were read, and resources that a targeted plan leaves out", async () => {
    const plan = await planOf({
      ...planWith(change),
      prior_state: state([outside, looked], [{ ...role, values: { name: "old" } }]),
    });
    expect(
      plan.changes.map(({ address, mode, action, before, after }) => [
        address,
        mode,
        action,
        plain(before),
        plain(after),
      ]),
    ).toEqual([
      ["aws_iam_role.ci", "managed", "none", { name: "ci" }, { name: "ci" }],
      [
        "module.a.aws_iam_role.other",
        "outside",
        "none",
        null,
        { name: "other", arn: "arn:aws:iam::111122223333:role/other" },
      ],
      ["module.a.data.aws_iam_role.looked", "data", "read", null, { name: "looked" }],
    ]);
    expect(plan.resources).toBe(3);
    expect(resourceIn(plan, "module.a.aws_iam_role.other").at.pointer).toBe(
      "/prior_state/values/root_module/child_modules/0/resources/0",
    );
  });

  it("knows a resource again that the state of Terraform 0.12 names without its module and its key", async () => {
    const document = planWith(change, { address: 'module.a.aws_iam_role.ci["x"]', index: "x" });
    const keyless = { ...role, values: { name: "ci" } };
    const prior_state = state([
      { ...keyless, index: "x" },
      { ...keyless, index: 0 },
    ]);
    expect((await planOf({ ...document, prior_state })).changes.map((one) => one.address)).toEqual([
      'module.a.aws_iam_role.ci["x"]',
      "module.a.aws_iam_role.ci[0]",
    ]);
  });

  it("reads drift as it was found, in a plan that only refreshes", async () => {
    const drift = {
      ...role,
      change: {
        actions: ["update"],
        before: { name: "ci", path: "/" },
        after: { name: "ci", path: "/x/" },
        after_unknown: {},
      },
    };
    const plan = await planOf({
      format_version: "1.2",
      planned_values: { root_module: {} },
      resource_drift: [drift],
      prior_state: state([outside]),
    });
    expect(plan.changes.map(({ address, mode, action }) => [address, mode, action])).toEqual([
      ["aws_iam_role.ci", "managed", "none"],
      ["module.a.aws_iam_role.other", "outside", "none"],
    ]);
    expect(plain(plan.changes[0]?.before ?? expect.fail())).toEqual({ name: "ci", path: "/" });
    expect(plan.hasBefore).toBe(true);
  });

  it("reads planned values as creations where there is nothing else", async () => {
    const plan = await planOf({
      format_version: "0.1",
      terraform_version: "0.12.0",
      planned_values: { root_module: { resources: [{ ...role, values: { name: "ci" } }] } },
    });
    expect(plan.changes.map(({ action, mode, after }) => [action, mode, plain(after)])).toEqual([
      ["create", "managed", { name: "ci" }],
    ]);
    expect(plan.hasBefore).toBe(false);
  });

  it("compares planned values to the state where changes are not listed", async () => {
    const values = {
      planned_values: { root_module: { resources: [{ ...role, values: { name: "ci", path: "/x/" } }] } },
    };
    const prior = (path: string) => ({
      format_version: "1.0",
      values: { root_module: { resources: [{ ...role, values: { path, name: "ci" } }] } },
    });
    const changed = await planOf({ ...values, prior_state: prior("/") });
    expect(changed.changes.map(({ action, before }) => [action, plain(before)])).toEqual([
      ["update", { path: "/", name: "ci" }],
    ]);
    expect((await planOf({ ...values, prior_state: prior("/x/") })).changes[0]?.action).toBe("none");
  });

  it("reads a redacted plan of HCP Terraform without believing what was taken out", async () => {
    const redacted = {
      ...role,
      change: {
        ...change,
        after: { name: "ci", policy: null, list: ["x", "y"] },
        after_sensitive: { policy: true, list: [false, true] },
      },
    };
    const plan = await planOf({ plan_format_version: "1.2", provider_schemas: {}, resource_changes: [redacted] });
    expect(plain(plan.changes[0]?.after ?? expect.fail())).toEqual({
      name: "ci",
      policy: "?sensitive",
      list: ["x", "?sensitive"],
    });
    expect(plan.format).toBe("HCP Terraform redacted plan (format 1.2)");
    expect(plan.notices.map((one) => one.code)).toContain("redacted-plan");
  });
});
