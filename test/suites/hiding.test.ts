import { describe, expect, test } from "vitest";
import { hidingsOf } from "./hiding.ts";
import { type Path, PlanDocument, valueAt } from "./plan-document.ts";

/** A user whose key is given by name, and a group of users that is written out; the document of its policy was looked up. */
const document = "data.aws_iam_policy_document.read";
const json = '{"Statement":[{"Action":"s3:Get*","Effect":"Allow","Resource":"*"}]}';
const changes = [
  managed("aws_iam_user", "ci", { name: "shop-ci", tags: { owner: "shop" }, tags_all: { owner: "shop" } }),
  managed("aws_iam_user_policy", "ci", { user: "shop-ci", policy: json }),
  managed("aws_iam_group_membership", "all", { group: "all", users: ["shop-ci", "amara"] }),
];
const plan = {
  resource_changes: changes,
  planned_values: {
    root_module: { resources: changes.map(({ address, change }) => ({ address, values: change.after })) },
  },
  prior_state: {
    values: {
      root_module: {
        resources: [
          { address: document, mode: "data", type: "aws_iam_policy_document", name: "read", values: looked() },
        ],
      },
    },
  },
  configuration: {
    provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "eu-west-1" } } } },
    root_module: {
      resources: [
        block("aws_iam_user.ci", { name: { constant_value: "shop-ci" }, tags: { constant_value: { owner: "shop" } } }),
        block("aws_iam_user_policy.ci", {
          user: { references: ["aws_iam_user.ci.name", "aws_iam_user.ci"] },
          policy: { references: [`${document}.json`, document] },
        }),
        block("aws_iam_group_membership.all", { group: { constant_value: "all" }, users: { constant_value: [] } }),
        block(document, {
          statement: [{ actions: { constant_value: ["s3:Get*"] }, resources: { constant_value: ["*"] } }],
        }),
      ],
    },
  },
};
const bytes = new TextEncoder().encode(JSON.stringify(plan));

function managed(type: string, name: string, after: object) {
  const change = { actions: ["create"], before: null, after, after_unknown: { id: true } };
  return { address: `${type}.${name}`, mode: "managed", type, name, change };
}

function looked() {
  return { id: "1", json, statement: [{ actions: ["s3:Get*"], effect: "Allow", resources: ["*"] }] };
}

function block(address: string, expressions: object) {
  return { address, expressions };
}

describe("a hidden value", () => {
  test("is gone from the change and from the planned values, and its mask says so", () => {
    const hidden = hide("aws_iam_user.ci /name (opaque)");
    expect(change(hidden, "aws_iam_user.ci", ["after"])).not.toHaveProperty("name");
    expect(change(hidden, "aws_iam_user.ci", ["after_unknown", "name"])).toBe(true);
    expect(valueAt(hidden.root, ["planned_values", "root_module", "resources", 0, "values"])).not.toHaveProperty(
      "name",
    );
  });

  test("is no constant of the configuration any more", () => {
    const { name } = hide("aws_iam_user.ci /name (opaque)").expressions("aws_iam_user.ci") ?? {};
    expect(name).toEqual({ references: ["terraform_data.hidden.output", "terraform_data.hidden"] });
  });

  test("is hidden too where a reference took it, and stays where it was written out", () => {
    const hidden = hide("aws_iam_user.ci /name (opaque)");
    expect(change(hidden, "aws_iam_user_policy.ci", ["after_unknown", "user"])).toBe(true);
    expect(change(hidden, "aws_iam_group_membership.all", ["after", "users"])).toEqual(["shop-ci", "amara"]);
  });

  test("leaves its references where there are some", () => {
    const { user } = hide("aws_iam_user_policy.ci /user (kept)").expressions("aws_iam_user_policy.ci") ?? {};
    expect(user).toEqual({ references: ["aws_iam_user.ci.name", "aws_iam_user.ci"] });
  });

  test("hides the merged tags with a tag", () => {
    const hidden = hide("aws_iam_user.ci /tags/owner (opaque)");
    expect(change(hidden, "aws_iam_user.ci", ["after_unknown"])).toEqual({
      id: true,
      tags: { owner: true },
      tags_all: true,
    });
  });
});

describe("a list", () => {
  test("is hidden as a whole", () => {
    const hidden = hide("aws_iam_group_membership.all /users (opaque)");
    expect(change(hidden, "aws_iam_group_membership.all", ["after_unknown", "users"])).toBe(true);
  });

  test("is hidden one element at a time", () => {
    const hidden = hide("aws_iam_group_membership.all /users/1 (opaque)");
    expect(change(hidden, "aws_iam_group_membership.all", ["after", "users"])).toEqual(["shop-ci", null]);
    expect(change(hidden, "aws_iam_group_membership.all", ["after_unknown", "users"])).toEqual([false, true]);
  });
});

describe("a data source that was looked up", () => {
  test("becomes one that will be, and what was made of it is hidden", () => {
    const hidden = hide(`${document} / (kept)`);
    expect(hidden.resources("prior_state")).toEqual([]);
    expect(change(hidden, document, ["after"])).toEqual({ statement: looked().statement });
    expect(change(hidden, document, ["after_unknown"])).toEqual({ id: true, json: true, minified_json: true });
    expect(change(hidden, "aws_iam_user_policy.ci", ["after_unknown", "policy"])).toBe(true);
  });

  test("is hidden leaf by leaf", () => {
    const hidden = hide(`${document} /statement/0/actions/0 (opaque)`);
    expect(change(hidden, document, ["after_unknown", "statement"])).toEqual([{ actions: [true] }]);
  });
});

function hide(name: string): PlanDocument {
  const hiding = hidingsOf(bytes).find((one) => one.name === name);
  if (hiding === undefined) throw new Error(`nothing hides ${name}`);
  return new PlanDocument(hiding.apply());
}

function change(document: PlanDocument, address: string, path: Path): unknown {
  return valueAt(document.changes.find((one) => one.address === address)?.change, path);
}
