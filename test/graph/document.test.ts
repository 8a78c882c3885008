import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GraphDocument } from "#model/graph-document.ts";
import { inertJson } from "#reporters/inert-json.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { graph } from "../../src/check.ts";
import { fixtures } from "../suites/rule-cases.ts";

function documentOf(path: string, moment: "before" | "after" = "after"): Promise<GraphDocument> {
  const input = { path: "plan.json", bytes: readFileSync(join(fixtures, path)) };
  return graph(input, { ruleset: defaultRuleset() }, moment);
}

/** Every genuine plan among the fixtures, by its path. */
const plans = ["plans", "parity"].flatMap((folder) =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("plan.json"))
    .map((path) => join(folder, path))
    .sort(),
);

test("what rolecall graph prints for a role with an inline policy that names a key of the plan", async () => {
  const printed = inertJson(await documentOf("parity/role-with-unknown-arn/terraform-data-block/plan.json"));
  expect(printed).toBe(readFileSync(join(fixtures, "graph/role-with-unknown-arn.json"), "utf8"));
});

test("what a secret touches is hidden, and nothing else goes with it", async () => {
  const [partner] = (await documentOf("plans/terraform-plan/sensitive-values/plan.json")).identities;
  expect(partner?.tags).toEqual({ owner: "integration", partner: "(sensitive)" });
});

describe.each(plans)("%s", (path) => {
  test.each(["before", "after"] as const)("every id is one thing's, and leads to it: %s", async (moment) => {
    const document = await documentOf(path, moment);
    const nodes = ids([...document.identities, ...document.workloads, ...document.credentials, ...document.targets]);
    const policies = ids(document.policies);
    const attachments = ids(document.attachments);
    const statements = ids([...document.trust, ...document.policies.flatMap((one) => one.statements)]);
    for (const all of [nodes, policies, attachments, statements, ids(document.memberships)]) {
      expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
    }
    expect(dangling(document, { nodes, policies, attachments, statements })).toEqual([]);
  });
});

function ids(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map((one) => one.id);
}

/** References that lead nowhere. */
function dangling(document: GraphDocument, known: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const { nodes = [], policies = [], attachments = [], statements = [] } = known;
  const { trust, workloads, credentials, targets, grants, memberships } = document;
  const refs: readonly (readonly [readonly string[], readonly (string | null)[]])[] = [
    [nodes, trust.map((one) => one.identity)],
    [nodes, document.attachments.map((one) => one.to)],
    [nodes, workloads.flatMap((one) => one.runsAs.map((use) => use.identity))],
    [nodes, credentials.map((one) => one.of)],
    [nodes, memberships.flatMap((one) => [one.member, one.group])],
    [[...nodes, ...policies], grants.map((one) => one.holder)],
    [policies, [...document.attachments, ...grants].map((one) => one.policy)],
    [policies, targets.flatMap((one) => one.policies)],
    [attachments, grants.map((one) => one.attachment)],
    [statements, grants.map((one) => one.statement)],
  ];
  return refs.flatMap(([there, wanted]) => wanted.filter((one) => one !== null && !there.includes(one)).map(String));
}
