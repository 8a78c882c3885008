import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Plan } from "#model/plan.ts";
import type { Tree } from "#model/tree.ts";
import { usual } from "../../../bench/plans/layout.ts";
import { writePlan } from "../../../bench/plans/write-plan.ts";
import { planOf } from "../support.ts";

type Record = { readonly change: object };

const document = generated();

/** A plan with every action, masks and modules. */
function generated(): { resource_changes: readonly Record[] } {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-parts-"));
  const path = join(folder, "plan.json");
  writePlan(path, { ...usual, resources: 400 });
  const text = readFileSync(path, "utf8");
  rmSync(folder, { recursive: true });
  return JSON.parse(text) as { resource_changes: readonly Record[] };
}

/** All that a plan says of its resources, apart from where it says it. */
function said({ changes, secrets, notices, resources }: Plan) {
  const told = changes.map(({ before, after, scope, address, type, name, mode, action }) => {
    const provider = { ...scope.provider, settings: plain(scope.provider.settings) };
    return {
      address,
      type,
      name,
      mode,
      action,
      provider,
      module: scope.module,
      before: plain(before),
      after: plain(after),
    };
  });
  return { told, secrets, notices, resources };
}

function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case "absent":
      return "(absent)";
    case "unknown":
      return { hole: tree.hole.reason, refs: tree.hole.refs, unset: tree.hole.unset };
    case "text":
      return tree.text;
    case "number":
    case "boolean":
      return tree.value;
    case "list":
      return tree.items.map(plain);
    case "map":
      return Object.fromEntries(tree.keys().map((key) => [key, plain(tree.get(key))]));
  }
}

describe("a change that is read in parts", () => {
  it.each<readonly [string, (record: Record) => object]>([
    ["a member that nobody knows in the record", (record) => ({ ...record, unheard_of: null })],
    [
      "a member that nobody knows in the change",
      (record) => ({ ...record, change: { ...record.change, unheard_of: {} } }),
    ],
  ])("says the same as one that is read whole because of %s", async (_, change) => {
    const whole = { ...document, resource_changes: document.resource_changes.map(change) };
    expect(said(await planOf(whole))).toEqual(said(await planOf(document)));
  });

  it("is read whole where a part stands twice, and the last counts", async () => {
    const record = '{"address":"aws_iam_role.r","type":"aws_iam_role","name":"r","mode":"managed","change":';
    const change =
      '{"actions":["create"],"before":null,"after":{"name":"one"},"after":{"name":"two"},"after_unknown":{}}';
    const plan = await planOf(`{"format_version":"1.2","resource_changes":[${record}${change}}],"configuration":{}}`);
    expect(plan.changes.map((one) => plain(one.after))).toEqual([{ name: ["two"] }]);
    expect(plan.notices.map((one) => [one.code, one.location.pointer])).toEqual([
      ["duplicate-key", "/resource_changes/0/change/after"],
    ]);
  });
});
