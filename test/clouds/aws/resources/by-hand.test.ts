import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { resourceTypes } from "#clouds/aws/resources/index.ts";
import { listedTypes } from "../../../corpus/listed-types.ts";
import { byHand, context } from "./by-hand.ts";
import { factRows } from "./fact-rows.ts";
import { factsAt, graphOf } from "./facts.ts";
import { genuine } from "./genuine.ts";
import { policyRows } from "./policy-rows.ts";
import { hiddenRoles } from "./workload-hidden-rows.ts";
import { listedWorkloads } from "./workload-rows.ts";

type Values = Readonly<Record<string, unknown>>;

/** A plan that creates the context and, beside it, the resource `x` of a type; what is only looked up stands in the state. */
function planWith(type: string, values: Values): Uint8Array {
  const isData = type.startsWith("data.");
  const created = [...context, ...(isData ? [] : [[type, "x", values] as const])];
  const looked = { address: `${type}.x`, mode: "data", type: type.replace("data.", ""), name: "x", values };
  const plan = {
    format_version: "1.2",
    resource_changes: created.map(([type, name, after]) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name: "example.com/hashicorp/aws",
      change: { actions: ["create"], before: null, after, after_unknown: {} },
    })),
    prior_state: { values: { root_module: { resources: isData ? [looked] : [] } } },
    configuration: { root_module: {} },
  };
  return Buffer.from(JSON.stringify(plan));
}

describe("resource types in plans that were written by hand", () => {
  it.each(byHand.map((one) => [`${one[0]} ${JSON.stringify(one[1])}`, one] as const))("%s", async (_title, one) => {
    const [type, values, facts, at] = one;
    const graph = await graphOf(planWith(type, values));
    expect(factsAt(graph, at ?? `${type}.x`)).toEqual([...facts].sort());
  });
});

const rows = policyRows.flatMap(({ type, beside }) => [type, ...(beside ?? []).map(([other]) => other)]);
const workloads = listedWorkloads.filter(({ roles, profiles }) => roles.length + profiles.length > 0);
const tested = new Set([
  ...[...genuine, ...byHand, ...factRows, ...hiddenRoles].map(([type]) => type),
  ...rows,
  ...workloads.map(({ type }) => type),
]);

describe("the tables of resource types", () => {
  it("hold every type of Terraform that the code understands", () => {
    const types = [...resourceTypes.keys()].filter((type) => !type.includes("::"));
    expect(types.filter((type) => !tested.has(type))).toEqual([]);
  });

  it("hold every AWS type of the list, which is 447", () => {
    const listed = [...listedTypes].filter(([, kinds]) => kinds.some((one) => one.provider === "aws"));
    expect(listed).toHaveLength(447);
    expect(listed.map(([type]) => type).filter((type) => !resourceTypes.has(type) || !tested.has(type))).toEqual([]);
  });
});
