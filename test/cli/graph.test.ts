import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rolecall } from "../hostile/support.ts";

const plan = (name: string) =>
  readFileSync(new URL(`../../fixtures/plans/terraform-plan/${name}/plan.json`, import.meta.url));

describe("rolecall graph", () => {
  it.each([
    ["modules-two-deep", "a whole plan", 0],
    ["errored-condition", "a plan that is errored", 3],
  ] as const)("of %s, %s, ends with %3$s", async (name, _what, code) => {
    const run = await rolecall(["graph", "plan.json"], { files: { "plan.json": plan(name) } });
    expect(run.code).toBe(code);
    expect(JSON.parse(run.out)).toMatchObject({ schemaVersion: "1.0", moment: "after" });
  });
});
