import { describe, expect, it } from "vitest";
import type { AccessGraph } from "#model/graph.ts";
import { pathsOf, schema, shapeAt } from "../schema.ts";
import { graphOf } from "./facts.ts";
import { planOf, type Row } from "./shaped-plan.ts";
import { from } from "./shapes.ts";
import { type ListedWorkload, listedWorkloads, othersOf } from "./workload-rows.ts";

const account = "arn:aws:iam::111122223333";
const context: readonly Row[] = [
  ["aws_iam_role", "role", { name: "role", path: "/", arn: `${account}:role/role` }],
  [
    "aws_iam_instance_profile",
    "profile",
    { name: "profile", role: "role", arn: `${account}:instance-profile/profile` },
  ],
];
const rows = listedWorkloads.filter(({ roles, profiles }) => roles.length + profiles.length > 0);

/** A resource whose every attribute that names a role, or an instance profile, holds the same. */
function resourceOf({ type, roles, profiles }: ListedWorkload, role: unknown, profile: unknown): Row {
  const values = {};
  for (const path of roles) put(values, type, path, role);
  for (const path of profiles) put(values, type, path, profile);
  return [type, "x", values];
}

/** Puts a value at a path, through blocks of which there is one each. */
function put(values: Record<string, unknown>, type: string, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const block = steps.reduce<Record<string, unknown>>((into, step) => {
    const [block] = (into[step] ?? [{}]) as Record<string, unknown>[];
    into[step] = [block];
    return block ?? {};
  }, values);
  block[last] = shapeAt(type, path) === "list" && typeof value === "string" ? [value] : value;
}

/** What a resource runs as, by which attribute. */
function usesOf(graph: AccessGraph, type: string): readonly string[] {
  const own = graph.workloads.filter((one) => one.address === `${type}.x`);
  return own
    .flatMap((one) => one.runsAs)
    .map(({ identity, at }) => `${identity ?? "nobody knows"} by ${pathOf(at.pointer)}`)
    .sort();
}

/** `/resource_changes/3/change/after/block/0/role_arn` is `block.role_arn`. */
function pathOf(pointer: string): string {
  const steps = pointer.split("/change/after/")[1]?.split("/") ?? [];
  return steps.filter((step) => !/^\d+$/.test(step)).join(".");
}

function expected({ roles, profiles }: ListedWorkload, role: string, viaProfile: string): readonly string[] {
  return [...roles.map((path) => `${role} by ${path}`), ...profiles.map((path) => `${viaProfile} by ${path}`)].sort();
}

async function graphWith(role: unknown, profile: unknown): Promise<AccessGraph> {
  return graphOf(planOf([...context, ...rows.map((one) => resourceOf(one, role, profile))]));
}

const title = (one: ListedWorkload) => [`${one.type} by ${[...one.roles, ...one.profiles].join(", ")}`, one] as const;
const lines = rows.map(title);

describe("what runs as a role, as the provider's schema has it", async () => {
  const known = await graphWith(`${account}:role/role`, `${account}:instance-profile/profile`);
  it.each(lines)("%s, known by its ARN", (_title, one) => {
    expect(usesOf(known, one.type)).toEqual(expected(one, "aws_iam_role.role", "aws_iam_role.role"));
  });

  const byName = await graphWith("role", "profile");
  it.each(lines)("%s, known by its name", (_title, one) => {
    expect(usesOf(byName, one.type)).toEqual(expected(one, "aws_iam_role.role", "aws_iam_role.role"));
  });

  const outside = await graphWith(`${account}:role/elsewhere`, "elsewhere");
  it.each(lines)("%s, outside of the plan", (_title, one) => {
    expect(usesOf(outside, one.type)).toEqual(expected(one, "outside aws role/elsewhere", "nobody knows"));
  });

  const created = await graphWith(from("aws_iam_role.role.arn"), from("aws_iam_instance_profile.profile.name"));
  it.each(lines)("%s, created by the plan", (_title, one) => {
    // A list that is not known yet may hold more than what it refers to.
    const more = one.roles.filter((path) => shapeAt(one.type, path) === "list");
    const uses = [
      ...expected(one, "aws_iam_role.role", "aws_iam_role.role"),
      ...more.map((path) => `nobody knows by ${path}`),
    ];
    expect(usesOf(created, one.type)).toEqual(uses.sort());
  });

  const unknown = await graphWith(from("var.role"), from("var.profile"));
  it.each(lines)("%s, not known", (_title, one) => {
    expect(usesOf(unknown, one.type)).toEqual(expected(one, "nobody knows", "nobody knows"));
  });
});

describe("the list of what runs as a role", () => {
  it("can have tags where the provider's schema has them", async () => {
    const { workloads } = await graphWith(`${account}:role/role`, "profile");
    const taggable = workloads.filter(({ owner }) => owner.kind !== "not-applicable").map(({ type }) => type);
    expect(workloads).toHaveLength(rows.length);
    expect(taggable.sort()).toEqual(
      rows
        .map(({ type }) => type)
        .filter((type) => schema.get(type)?.has("tags"))
        .sort(),
    );
  });

  it("holds only attributes that the provider's schema has", () => {
    const missing = listedWorkloads.flatMap(({ type, roles, profiles }) =>
      [...roles, ...profiles].filter((path) => shapeAt(type, path) === undefined).map((path) => `${type}.${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("holds every attribute that the schema names after a role or an instance profile", () => {
    const named = /(^|_)(roles?|instance_profile)(_arns?|_name)?$/;
    const missing = listedWorkloads.flatMap(({ type, roles, profiles }) =>
      pathsOf(type)
        .filter((path) => named.test(path.split(".").at(-1) ?? "") && typeof shapeAt(type, path) === "string")
        .filter((path) => ![...roles, ...profiles].includes(path) && othersOf[path] === undefined)
        .map((path) => `${type}.${path}`),
    );
    expect(missing).toEqual(otherRoles);
  });
});

/** They are named after roles, and are none of IAM's. */
const otherRoles = [
  "aws_bedrockagent_flow.definition.node.configuration.prompt.source_configuration.inline.template_configuration.chat.message.role",
  "aws_eks_capability.configuration.argo_cd.rbac_role_mapping.role",
];
