import { describe, expect, it } from "vitest";
import { holeAt, plain, planOf, resourceIn } from "../support.ts";

interface Block {
  readonly expressions?: object;
  readonly forEach?: readonly string[];
}

interface Instance {
  readonly values?: object | null;
  readonly unknown?: object;
  readonly actions?: readonly string[];
}

/**
 * A plan that creates instances, with the blocks that they are made from. Everything that the mask names is unknown.
 */
function planWith(instances: Readonly<Record<string, Instance>>, root: object, more: object = {}) {
  const resource_changes = Object.entries(instances).map(([address, instance]) => {
    const { values = {}, unknown = {}, actions = ["create"] } = instance;
    return {
      address,
      mode: "managed",
      type: "any",
      name: address,
      change: { actions, before: null, after: values, after_unknown: unknown },
    };
  });
  return planOf({ format_version: "1.2", resource_changes, configuration: { root_module: root }, ...more });
}

function blocks(all: Readonly<Record<string, Block>>) {
  return Object.entries(all).map(([address, { expressions = {}, forEach }]) => ({
    address,
    expressions,
    ...(forEach !== undefined && { for_each_expression: { references: forEach } }),
  }));
}

function refs(...references: readonly string[]) {
  return { references };
}

const later = { unknown: { role: true } };

describe("references", () => {
  it("finds the instance and the attribute, and passes over less specific forms", async () => {
    const plan = await planWith(
      { "aws_x.a": later, "aws_iam_role.ci": {} },
      {
        resources: blocks({
          "aws_x.a": { expressions: { role: refs("aws_iam_role.ci.arn", "aws_iam_role.ci") } },
          "aws_iam_role.ci": {},
        }),
      },
    );
    expect(holeAt(resourceIn(plan, "aws_x.a").after, "role")).toMatchObject({
      reason: "computed-at-apply",
      unset: false,
      refs: [{ expression: "aws_iam_role.ci.arn", targets: ["aws_iam_role.ci"], attribute: "arn", certainty: "exact" }],
    });
  });

  it("takes the key that is written, and no other", async () => {
    const instances = {
      "aws_x.a": { unknown: { role: true, other: true } },
      'aws_iam_role.ci["b.c[\\"x\\"]"]': {},
      'aws_iam_role.ci["d"]': {},
    };
    const expressions = {
      role: refs('aws_iam_role.ci["b.c[\\"x\\"]"].arn'),
      other: refs('aws_iam_role.ci["gone"].arn'),
    };
    const plan = await planWith(instances, { resources: blocks({ "aws_x.a": { expressions } }) });
    expect(plain(resourceIn(plan, "aws_x.a").after)).toEqual({
      role: '?exact aws_iam_role.ci["b.c[\\"x\\"]"].arn',
      other: "?unresolved .arn",
    });
  });

  it("takes a splat as the set of all instances", async () => {
    const plan = await planWith(
      { "aws_x.a": later, "aws_iam_role.ci[0]": {}, "aws_iam_role.ci[1]": {} },
      { resources: blocks({ "aws_x.a": { expressions: { role: refs("aws_iam_role.ci") } } }) },
    );
    expect(plain(resourceIn(plan, "aws_x.a").after)).toEqual({ role: "?set aws_iam_role.ci[0] aws_iam_role.ci[1]." });
  });

  it("takes the instance with its own key where the key comes from each or count", async () => {
    const instances = {
      'aws_x.a["k"]': later,
      'aws_x.a["l"]': later,
      'aws_iam_role.ci["k"]': {},
      'aws_iam_role.ci["l"]': {},
    };
    const plan = await planWith(instances, {
      resources: blocks({
        "aws_x.a": { expressions: { role: refs("aws_iam_role.ci", "each.key") }, forEach: ["local.keys"] },
      }),
    });
    expect(plain(resourceIn(plan, 'aws_x.a["l"]').after)).toEqual({ role: '?likely aws_iam_role.ci["l"].' });
  });

  it("keeps the instance's own key where for_each goes over a resource", async () => {
    const instances = {
      'aws_x.a["k"]': later,
      'aws_x.a["l"]': later,
      'aws_iam_role.ci["k"]': {},
      'aws_iam_role.ci["l"]': {},
    };
    const plan = await planWith(instances, {
      resources: blocks({
        "aws_x.a": { expressions: { role: refs("each.value.arn", "each.value") }, forEach: ["aws_iam_role.ci"] },
      }),
    });
    expect(plain(resourceIn(plan, 'aws_x.a["k"]').after)).toEqual({ role: '?likely aws_iam_role.ci["k"].arn' });
  });

  it("follows inputs and outputs of modules, with their keys", async () => {
    const inner = {
      outputs: { arn: { expression: refs("aws_iam_role.ci.arn", "aws_iam_role.ci") } },
      resources: blocks({ "aws_iam_role.ci": {}, "aws_x.user": { expressions: { role: refs("var.role") } } }),
    };
    const root = {
      resources: blocks({
        "aws_x.a": { expressions: { role: refs('module.m["p"].arn', 'module.m["p"]', "module.m") } },
        "aws_iam_role.top": {},
      }),
      module_calls: {
        m: {
          for_each_expression: refs("local.x"),
          expressions: { role: refs("aws_iam_role.top.name", "aws_iam_role.top") },
          module: inner,
        },
      },
    };
    const modules = ["p", "q"].flatMap((key) => [
      [`module.m["${key}"].aws_iam_role.ci`, {}],
      [`module.m["${key}"].aws_x.user`, later],
    ]);
    const plan = await planWith({ "aws_x.a": later, "aws_iam_role.top": {}, ...Object.fromEntries(modules) }, root);
    expect(plain(resourceIn(plan, "aws_x.a").after)).toEqual({ role: '?exact module.m["p"].aws_iam_role.ci.arn' });
    expect(plain(resourceIn(plan, 'module.m["q"].aws_x.user').after)).toEqual({ role: "?exact aws_iam_role.top.name" });
  });

  it("keeps the key of the module where a module goes over another one", async () => {
    const producer = {
      outputs: { role: { expression: refs("aws_iam_role.ci") } },
      resources: blocks({ "aws_iam_role.ci": {} }),
    };
    const consumer = { resources: blocks({ "aws_x.user": { expressions: { role: refs("var.role") } } }) };
    const root = {
      module_calls: {
        a: { for_each_expression: refs("local.x"), module: producer },
        b: {
          for_each_expression: refs("module.a"),
          expressions: { role: refs("each.value.role", "each.value") },
          module: consumer,
        },
      },
    };
    const plan = await planWith(
      { 'module.a["p"].aws_iam_role.ci': {}, 'module.a["q"].aws_iam_role.ci': {}, 'module.b["q"].aws_x.user': later },
      root,
    );
    expect(plain(resourceIn(plan, 'module.b["q"].aws_x.user').after)).toEqual({
      role: '?exact module.a["q"].aws_iam_role.ci.',
    });
  });

  it("says what it cannot find: locals, root variables, constants, lost outputs", async () => {
    const root = {
      resources: blocks({
        "aws_x.a": { expressions: { role: refs("local.x", "var.y", "module.m", "aws_iam_role.gone.arn") } },
      }),
      module_calls: { m: { module: {} } },
    };
    const plan = await planWith({ "aws_x.a": later }, root);
    const { refs: found } = holeAt(resourceIn(plan, "aws_x.a").after, "role");
    expect(found.map((ref) => [ref.expression, ref.certainty])).toEqual([
      ["local.x", "unresolved"],
      ["var.y", "unresolved"],
      ["module.m", "unresolved"],
      ["aws_iam_role.gone.arn", "unresolved"],
    ]);
  });

  it("tells a variable that was handed in from what is waited for", async () => {
    const root = {
      resources: blocks({
        "aws_iam_role.a": {},
        "aws_x.a": { expressions: { role: refs("var.y", "aws_iam_role.a") } },
      }),
    };
    const given = { "aws_iam_role.a": later, "aws_x.a": later };
    const plan = await planWith(given, root, { variables: { y: { value: true } } });
    const { refs: found } = holeAt(resourceIn(plan, "aws_x.a").after, "role");
    expect(found.map((ref) => [ref.expression, ref.certainty])).toEqual([
      ["var.y", "known"],
      ["aws_iam_role.a", "exact"],
    ]);
  });

  it("passes over what is known when the plan is made, and over ephemeral values", async () => {
    const expressions = {
      role: refs(
        "path.module",
        "terraform.workspace",
        "each.key",
        "count.index",
        "self.id",
        "ephemeral.aws_secret.x.value",
      ),
    };
    const plan = await planWith({ "aws_x.a": later }, { resources: blocks({ "aws_x.a": { expressions } }) });
    expect(holeAt(resourceIn(plan, "aws_x.a").after, "role").refs).toEqual([]);
  });

  it("does not mean instances that are only deleted", async () => {
    const instances = {
      "aws_x.a": later,
      'aws_iam_role.ci["old"]': { actions: ["delete"], values: null },
      'aws_iam_role.ci["new"]': {},
    };
    const plan = await planWith(instances, {
      resources: blocks({ "aws_x.a": { expressions: { role: refs("aws_iam_role.ci") } } }),
    });
    expect(plain(resourceIn(plan, "aws_x.a").after)).toEqual({ role: '?exact aws_iam_role.ci["new"].' });
  });

  it("comes to an end where modules lead to each other many times over", async () => {
    const fan = Array.from({ length: 60 }, (_, i) => `var.v${i}`);
    const expressions = Object.fromEntries(fan.map((name) => [name.slice(4), refs(...fan)]));
    let module: object = { resources: blocks({ "aws_x.a": { expressions: { role: refs(...fan) } } }) };
    for (let depth = 0; depth < 8; depth++) module = { module_calls: { m: { expressions, module } } };
    const plan = await planWith({ [`${"module.m.".repeat(8)}aws_x.a`]: later }, module);
    expect(
      holeAt(plan.changes[0]?.after ?? expect.fail(), "role").refs.every((ref) => ref.certainty === "unresolved"),
    ).toBe(true);
  });

  it("tells what nobody set from what the plan does not explain", async () => {
    const values = { block: [{ a: "x" }] };
    const plan = await planWith(
      {
        "aws_x.a": { values, unknown: { arn: true, block: [{ id: true }], generated: [{ id: true }] } },
        "aws_x.without": { unknown: { arn: true } },
      },
      { resources: blocks({ "aws_x.a": { expressions: { block: [{ a: { constant_value: "x" } }] } } }) },
    );
    expect(plain(resourceIn(plan, "aws_x.a").after)).toEqual({
      arn: "?unset",
      block: [{ a: "x", id: "?unset" }],
      generated: [{ id: "?" }],
    });
    expect(plain(resourceIn(plan, "aws_x.without").after)).toEqual({ arn: "?" });
  });
});

describe("references in blocks", () => {
  const one = { sid: { constant_value: "one" }, resources: refs("aws_b.one.arn", "aws_b.one") };
  const two = { sid: { constant_value: "two" }, resources: refs("aws_b.two.arn", "aws_b.two") };
  const buckets = { "aws_b.one": {}, "aws_b.two": {} };

  async function statements(written: readonly object[], made: readonly object[]) {
    const unknown = { statement: made.map(() => ({ resources: [true] })) };
    const plan = await planWith(
      { "aws_x.a": { values: { statement: made }, unknown }, ...buckets },
      { resources: blocks({ "aws_x.a": { expressions: { statement: written } } }) },
    );
    const tree = resourceIn(plan, "aws_x.a").after;
    return made.map((_, i) =>
      holeAt(tree, "statement", i, "resources", 0).refs.map((ref) => `${ref.certainty} ${ref.targets.join()}`),
    );
  }

  it("finds a block by its constants, wherever it stands: sets are sorted anew", async () => {
    const made = [
      { sid: "two", resources: [null] },
      { sid: "one", resources: [null] },
    ];
    expect(await statements([one, two], made)).toEqual([["exact aws_b.two"], ["exact aws_b.one"]]);
  });

  it("takes all blocks where nothing tells them apart", async () => {
    const same = [
      { ...one, sid: refs("var.a") },
      { ...two, sid: refs("var.b") },
    ];
    const made = [
      { sid: "a", resources: [null] },
      { sid: "b", resources: [null] },
    ];
    expect(await statements(same, made)).toEqual([
      ["set aws_b.one", "set aws_b.two"],
      ["set aws_b.one", "set aws_b.two"],
    ]);
  });

  it("is not sure of any block beside generated ones", async () => {
    const made = [
      { sid: "generated", resources: [null] },
      { sid: "one", resources: [null] },
    ];
    expect(await statements([one], made)).toEqual([["set aws_b.one"], ["set aws_b.one"]]);
  });

  it("does not take a generated block of a data source for something that nobody set", async () => {
    const data = {
      address: "data.aws_iam_policy_document.d",
      mode: "data",
      type: "aws_iam_policy_document",
      name: "d",
    };
    const change = {
      actions: ["read"],
      before: null,
      after: { statement: [{}] },
      after_unknown: { json: true, statement: [{ principals: true }] },
    };
    const resources = [{ address: data.address, expressions: { statement: [{ sid: { constant_value: "x" } }] } }];
    const plan = await planOf({
      resource_changes: [{ ...data, change }],
      configuration: { root_module: { resources } },
    });
    expect(plain(resourceIn(plan, data.address).after)).toEqual({ statement: [{ principals: "?" }], json: "?unset" });
  });
});
