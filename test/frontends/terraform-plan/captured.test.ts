import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "#model/plan.ts";
import type { Tree } from "#model/tree.ts";
import { corpus, filesBelow, fixtures, hasCorpus, planAt, refusalOf } from "../support.ts";

/** What of a plan can be counted: actions by mode, and notices. */
function summary(plan: Plan): string {
  const counts = new Map<string, number>();
  for (const one of plan.changes)
    counts.set(`${one.mode} ${one.action}`, (counts.get(`${one.mode} ${one.action}`) ?? 0) + 1);
  const changes = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${count} ${what}`);
  return [changes.join(", "), ...new Set(plan.notices.map((one) => `${one.level}:${one.code}`))].join(" | ");
}

/** Reads every leaf and resolves every hole; how many there are. */
function readAll(tree: Tree): number {
  if (tree.kind === "list") return tree.items.reduce((sum, item) => sum + readAll(item), 0);
  if (tree.kind === "map") return tree.keys().reduce((sum, key) => sum + readAll(tree.get(key)), 0);
  if (tree.kind === "unknown" && tree.hole.unset && tree.hole.refs.length > 0)
    throw new Error(`${tree.at.pointer} is unset, but has references`);
  return 1;
}

describe("captured plans", () => {
  it.each([
    ["change-moved/plan.json", "3 managed none, 2 managed update"],
    ["change-nothing/plan.json", "2 managed none"],
    ["change-rename/plan.json", "5 managed replace, 2 managed update"],
    ["change-replace-reasons/plan.json", "2 managed none, 3 managed replace, 1 managed update"],
    ["change-widen/plan.json", "1 data read, 6 managed none, 3 managed update"],
    ["modules-two-deep/plan.json", "3 data read, 11 managed create"],
    ["modules-two-deep/destroy.json", "3 data read, 11 managed delete"],
    ["modules-two-deep/target.json", "1 managed create | incomplete:plan-incomplete"],
    ["newest-format/create.json", "3 managed create | info:actions"],
    ["newest-format/plan.json", "1 managed replace, 3 managed update | info:actions"],
    ["opentofu/second.json", "4 data read, 1 managed create, 5 managed none"],
    ["policy-documents/plan.json", "12 data read, 9 managed create"],
  ])("reads %s", async (path, expected) => {
    expect(summary(await planAt(`${fixtures}/${path}`))).toBe(expected);
  });
});

describe.skipIf(!hasCorpus)("plans of our own beside this repository (skipped where they are absent)", () => {
  it.each([
    ["aws/change-delete/plan.json", "8 managed delete, 6 managed none"],
    ["aws/change-drift/plan.json", "2 managed create, 3 managed none, 1 managed update | info:drift"],
    ["aws/change-drift/refresh-only.json", "4 managed none, 2 outside none | info:drift"],
    ["aws/change-forget/plan.json", "1 managed delete, 4 managed forget | info:forgotten"],
    ["aws/change-import/plan.json", "1 managed create, 2 managed import, 2 managed update | info:imports"],
    ["aws/checks-and-conditions/plan.json", "2 data read, 1 managed update | info:check-failed"],
    ["aws/deferred-actions/plan.json", "1 managed create | incomplete:plan-incomplete | incomplete:change-deferred"],
    ["aws/errored-condition/plan.json", "1 managed create | incomplete:plan-errored | info:check-failed"],
    ["aws/errored-data-source/plan.json", "2 managed create | incomplete:plan-errored"],
    [
      "samples/p2-update-replace-move-forget-import-read.json",
      "2 data read, 1 managed create, 3 managed delete, 1 managed forget, 4 managed none, 4 managed replace, 2 managed update | info:forgotten",
    ],
    ["samples/p5-errored.json", "1 managed create, 1 outside none | incomplete:plan-errored | info:check-failed"],
    ["samples/p6-noop.utf16le-bom.json", "1 managed none"],
    ["samples/p6-noop.utf8-bom.json", "1 managed none"],
    ["samples/p6-noop.wrapper-noise.json", "1 managed none | info:lines-skipped"],
    ["samples/p7-destroy.json", "1 data read, 13 managed delete"],
    ["samples/p8-target.json", "1 managed none, 1 managed update, 11 outside none | incomplete:plan-incomplete"],
    [
      "samples/p9-refresh-only-errored.json",
      "1 data read, 1 managed none, 12 outside none | incomplete:plan-errored | info:drift",
    ],
  ])("reads %s", async (path, expected) => {
    expect(summary(await planAt(`${corpus}/own-terraform/${path}`))).toBe(expected);
  });

  it.each([
    ["samples/p1-truncated.json", "json-truncated"],
    ["samples/p1.tfplan", "binary-plan"],
    ["samples/plan-json-ui-stream.jsonl", "plan-log"],
    ["samples/raw.tfstate", "raw-state"],
    ["samples/state-show-json.json", "state-json"],
    ["aws/change-widen/plan.txt", "terraform-text"],
    ["aws/change-widen/after/main.tf", "terraform-configuration"],
  ])("refuses %s", async (path, code) => {
    expect((await refusalOf(readFileSync(`${corpus}/own-terraform/${path}`))).code).toBe(code);
  });
});

describe.skipIf(!hasCorpus)("plans of others beside this repository (skipped where they are absent)", () => {
  it("are all read, to the last leaf", async () => {
    let leaves = 0;
    const files = filesBelow(`${corpus}/terraform`).filter((one) => one.endsWith(".json"));
    for (const file of files) {
      const { changes } = await planAt(file);
      for (const { before, after, scope } of changes)
        for (const tree of [before, after, scope.provider.settings]) leaves += readAll(tree);
    }
    expect(files.length).toBeGreaterThan(400);
    expect(leaves).toBeGreaterThan(files.length);
  });
});
