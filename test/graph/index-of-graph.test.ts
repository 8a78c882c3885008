import { expect, test } from "vitest";
import { Builder } from "#graph/builder.ts";
import { indexGraph } from "#graph/index-of-graph.ts";
import type { Identity, Workload } from "#model/identity.ts";
import { at, attachment, later, policy, settings, statement, subjectOf } from "./support.ts";

function identity(id: string, kind: Identity["kind"] = "role"): Identity {
  const tags = { taggable: false, entries: new Map() };
  return { ...subjectOf({}), id, kind, tags, machine: "yes", serviceLinked: false };
}

function workload(id: string, ...roles: readonly (string | undefined)[]): Workload {
  const runsAs = roles.map((role) => ({
    text: [later],
    use: "role",
    at,
    ...(role !== undefined && { identity: role }),
  }));
  return { ...subjectOf({}), id, kind: "workload", runsAs };
}

function indexed() {
  const builder = new Builder("after", settings, undefined);
  builder.addIdentity(identity("ci"));
  builder.addIdentity(identity("backup", "user"));
  builder.addIdentity(identity("operators", "group"));
  builder.addWorkload(workload("task", "ci", "ci", undefined));
  builder.addWorkload(workload("build", "ci"));
  builder.addPolicy(policy("inline", [statement("a"), statement("b")]));
  builder.addAttachment(attachment("ci", "inline"));
  builder.addAttachment(attachment(undefined, "inline"));
  builder.addMembership({ id: "m", member: "backup", memberText: [], group: "operators", groupText: [], at });
  const { resources: _, ...trust } = statement("t");
  builder.addTrust({ ...trust, identity: "ci", principals: { match: "only", principals: [] } });
  return indexGraph(builder.build());
}

function ids(items: readonly { readonly id: string }[] | undefined): readonly string[] | undefined {
  return items?.map((one) => one.id);
}

test("what was added is found again, in its order", () => {
  const { graph, nodes, policies } = indexed();
  expect([...nodes.keys()]).toEqual(["ci", "backup", "operators", "task", "build"]);
  expect([...policies.keys()]).toEqual(["inline"]);
  expect(ids(graph.memberships)).toEqual(["m"]);
});

test("edges are found from the identity that they end at", () => {
  const { trustOf, grantsOf, attachmentsOf } = indexed();
  expect(ids(trustOf.get("ci"))).toEqual(["t"]);
  expect(grantsOf.get("ci")?.map((one) => one.statement.id)).toEqual(["a", "b"]);
  expect(ids(attachmentsOf.get("ci"))).toEqual(["ci inline"]);
  expect([...attachmentsOf.keys()]).toEqual(["ci"]);
});

test("a workload that uses an identity twice is one workload", () => {
  expect(ids(indexed().workloadsOf.get("ci"))).toEqual(["task", "build"]);
});
