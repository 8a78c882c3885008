import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { breaches } from "./laws.ts";
import { records } from "./metamorphic-documents.ts";
import { type Json, list, PlanDocument, record } from "./plan-document.ts";
import { checkCase, fixtures, folders } from "./rule-cases.ts";

/**
 * What is decided before a deployment is as it turns out: the plan is judged as one in which values are hidden that are known afterwards
 * (the laws stand in unknowns.test.ts).
 */
const root = join(fixtures, "plans/terraform-plan");
const applied = folders(root).filter((name) => existsSync(join(root, name, "applied.state.json")));

let found = 0;

test.each(applied)("%s", async (name) => {
  const folder = join(root, name);
  const plan = readFileSync(join(folder, "plan.json"));
  const state = JSON.parse(readFileSync(join(folder, "applied.state.json"), "utf8")) as Json;
  const after = await checkCase(folder, afterwards(plan, state));
  found += after.findings.length;
  expect(breaches(after, await checkCase(folder, plan))).toEqual([]);
});

test("they have much to find", () => {
  expect(found).toBeGreaterThan(50);
});

/** The plan of the same configuration when it has been applied: nothing changes. */
function afterwards(bytes: Uint8Array, { values }: Json): Uint8Array {
  const plan = new PlanDocument(bytes);
  const managed = inModule(record(values)?.root_module).filter((one) => one.mode === "managed");
  plan.root.planned_values = values;
  plan.root.prior_state = { values };
  plan.root.resource_drift = [];
  plan.root.resource_changes = managed.map(unchanged);
  return plan.bytes;
}

function inModule(module: unknown): readonly Json[] {
  const { resources, child_modules: children } = record(module) ?? {};
  return [...records(list(resources)), ...list(children).flatMap(inModule)];
}

function unchanged({ values, sensitive_values: sensitive, ...head }: Json): Json {
  const change = {
    actions: ["no-op"],
    before: values,
    after: values,
    after_unknown: {},
    before_sensitive: sensitive,
    after_sensitive: sensitive,
  };
  return { ...head, change };
}
