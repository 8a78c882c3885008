import { describe, expect, it } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../../../src/check.ts";
import { factsAt, graphOf } from "./facts.ts";
import { type PolicyRow, policyRows } from "./policy-rows.ts";
import { planOf } from "./shaped-plan.ts";
import type { Values } from "./shapes.ts";

const rule = "no-public-resource-policy";
const rows = policyRows.map((one, i) => [`${one.type} ${i}`, one] as const);

function planWith({ type, beside }: PolicyRow, values: Values): Uint8Array {
  return planOf([...(beside ?? []), [type, "x", values]]);
}

/** What the rule says of one of its states, and how bad it is. */
async function findings(row: PolicyRow, state: "open" | "pinned" | "unknown"): Promise<readonly string[]> {
  const options = {
    ruleset: defaultRuleset(),
    version: "0.0.0",
    today: "2026-01-15",
    failOn: "high",
    gate: "changed",
    allowIncomplete: false,
  } as const;
  const report = await check([{ path: "plan.json", bytes: planWith(row, row[state]) }], options);
  expect(report.notices).toEqual([]);
  return report.findings.filter((one) => one.rule === rule).map((one) => `${one.verdict} ${one.severity}`);
}

describe("types with a policy of their own, as the provider's schema has them", () => {
  it.each(rows)("%s is in the graph", async (_title, row) => {
    const graph = await graphOf(planWith(row, row.pinned));
    expect(factsAt(graph, `${row.type}.x`)).toEqual([...row.facts].sort());
    if (row.seenAt !== undefined) expect(factsAt(graph, row.seenAt)).toContain(`is ruled by ${row.type}.x#policy`);
  });

  it.each(rows)("%s fails where it is open", async (_title, row) => {
    expect(await findings(row, "open")).toEqual([`fails ${row.severity ?? "critical"}`]);
  });

  it.each(rows)("%s passes where a condition pins the caller", async (_title, row) => {
    expect(await findings(row, "pinned")).toEqual([]);
  });

  it.each(rows)("%s is undecided where its policy is not known", async (_title, row) => {
    const undecided = row.somebody === true ? [] : [`undecided ${row.feared ?? row.severity ?? "critical"}`];
    expect(await findings(row, "unknown")).toEqual(undecided);
  });
});
