import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsAt, graphOf } from "./facts.ts";
import { genuine } from "./genuine.ts";

const plan = readFileSync(new URL("../../../../fixtures/plans/terraform-plan/one-of-each/plan.json", import.meta.url));
const graph = await graphOf(plan);

describe("resource types in a plan that Terraform made", () => {
  it.each(genuine)("%s: %s", (_type, address, ...facts) => {
    expect(factsAt(graph, address)).toEqual([...facts].sort());
  });
});
