import { describe, expect, it } from "vitest";
import { fixtures, plain, planAt, planOf } from "../support.ts";

const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });

function record(type: string, change: object) {
  return {
    address: `${type}.a`,
    mode: "managed",
    type,
    name: "a",
    change: { actions: ["update"], after_unknown: {}, before: {}, after: {}, ...change },
  };
}

async function secretsOf(plan: object): Promise<readonly string[]> {
  const read = await planOf(
    { format_version: "1.2", resource_changes: [], ...plan },
    (type) => type === "aws_iam_role",
  );
  return [...read.secrets].sort();
}

describe("secrets", () => {
  it("are what is marked in a change, before and after, whether anybody wants the resource or not", async () => {
    const change = {
      before: { password: "old-one", tags: { a: "x" } },
      before_sensitive: { password: true },
      after: { list: ["shown", "hidden"], tags: { a: "inner" } },
      after_sensitive: { list: [false, true], tags: true },
    };
    expect(
      await secretsOf({
        resource_changes: [
          record("aws_iam_role", change),
          record("aws_db_instance", { after: { password: "of-db" }, after_sensitive: { password: true } }),
        ],
      }),
    ).toEqual(["hidden", "inner", "of-db", "old-one"]);
  });

  it("are values and defaults of variables that are declared sensitive", async () => {
    const variables = {
      token: { value: "t-value" },
      shown: { value: "shown" },
      object: { value: { a: ["deep", 42, true, null, ""] } },
    };
    const declared = {
      token: { sensitive: true, default: "t-default" },
      shown: {},
      object: { sensitive: true },
      gone: { sensitive: true, default: "of-gone" },
    };
    expect(await secretsOf({ variables, configuration: { root_module: { variables: declared } } })).toEqual([
      "42",
      "deep",
      "of-gone",
      "t-default",
      "t-value",
    ]);
  });

  it("are sensitive outputs, planned and of the state, and what drifted", async () => {
    const outputs = (value: string) => ({ o: { sensitive: true, value }, p: { sensitive: false, value: "shown" } });
    const plan = {
      planned_values: {
        outputs: outputs("planned"),
        root_module: {
          resources: [{ address: "a.b", type: "a", values: { x: "planned-value" }, sensitive_values: { x: true } }],
        },
      },
      prior_state: {
        values: {
          outputs: outputs("prior"),
          root_module: {
            resources: [{ address: "a.b", type: "a", values: { x: "state-value" }, sensitive_values: { x: true } }],
          },
        },
      },
      output_changes: {
        o: {
          actions: ["update"],
          before: "before",
          after: { a: "after" },
          before_sensitive: true,
          after_sensitive: { a: true },
        },
      },
      resource_drift: [record("aws_iam_role", { before: { x: "drifted" }, before_sensitive: { x: true } })],
      action_invocations: [{ config_values: { payload: "of-action" }, config_sensitive: { payload: true } }],
    };
    expect(await secretsOf(plan)).toEqual([
      "after",
      "before",
      "drifted",
      "of-action",
      "planned",
      "planned-value",
      "prior",
      "state-value",
    ]);
  });

  it("are a policy as a whole, never its words", async () => {
    const change = { after: { policy }, after_sensitive: { policy: true } };
    const variables = {
      variables: { p: { value: policy } },
      configuration: { root_module: { variables: { p: { sensitive: true } } } },
    };
    expect(await secretsOf({ resource_changes: [record("aws_iam_role", change)] })).toEqual([policy]);
    expect(await secretsOf(variables)).toEqual([policy]);
  });

  it("are the longer words of any other document in a variable", async () => {
    const value = JSON.stringify({ user: "bob", password: "hunter2!", port: 5432 });
    expect(
      await secretsOf({
        variables: { p: { value } },
        configuration: { root_module: { variables: { p: { sensitive: true } } } },
      }),
    ).toEqual(["5432", "hunter2!", value].sort());
  });

  it("do not keep anybody from reading what they stand for", async () => {
    const read = await planOf({
      resource_changes: [record("aws_iam_role", { after: { policy }, after_sensitive: { policy: true } })],
    });
    expect(plain(read.changes[0]?.after ?? expect.fail())).toEqual({ policy });
  });

  it("are found in a captured plan", async () => {
    const plan = await planAt(`${fixtures}/sensitive-values/plan.json`);
    expect([...plan.secrets]).toContain("999900001111");
    expect([...plan.secrets].filter((one) => ["Allow", "sts:AssumeRole", "2012-10-17"].includes(one))).toEqual([]);
  });
});
