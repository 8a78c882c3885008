import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { frontendFor } from "#frontends/index.ts";
import { type PlanOptions, usual } from "../../bench/plans/layout.ts";
import { writePlan } from "../../bench/plans/write-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "rolecall-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function made(options: Partial<PlanOptions>): Buffer {
  const path = join(folder, "plan.json");
  writePlan(path, { ...usual, resources: 200, ...options });
  return readFileSync(path);
}

test("equal options and seeds give equal bytes", () => {
  expect(made({ seed: 7 }).equals(made({ seed: 7 }))).toBe(true);
});

test("another seed gives another plan", () => {
  expect(made({ seed: 7 }).equals(made({ seed: 8 }))).toBe(false);
});

test.each([0.05, 0.3, 1])("a share of %d of the resources is about access", (identityShare) => {
  const { resource_changes: changes } = JSON.parse(made({ identityShare }).toString());
  const others =
    /^aws_(s3_bucket|db_instance|lambda_function|cloudwatch_.*|security_group|route53_record|subnet|instance)$/;
  const about = changes.filter((one: { type: string }) => !others.test(one.type));
  expect(about).toHaveLength(200 * identityShare);
});

test("it is read as a plan, whole and without a doubt", async () => {
  const input = { path: "plan.json", bytes: made({}) };
  const plan = await frontendFor(input).read(input, () => true);
  expect(plan.notices).toEqual([]);
  expect(plan.resources).toBe(200);
  expect(new Set(plan.changes.map((one) => one.action))).toEqual(
    new Set(["none", "create", "update", "replace", "delete"]),
  );
});

test("its passwords are marked", async () => {
  const input = { path: "plan.json", bytes: made({}) };
  const { secrets } = await frontendFor(input).read(input, () => false);
  expect(secrets.has("correct-horse-battery-staple")).toBe(true);
  expect([...secrets].filter((one) => one.startsWith("pw-")).length).toBeGreaterThan(10);
});
