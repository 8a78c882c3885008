import { describe, expect, it } from "vitest";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../../../src/check.ts";
import { graphOf } from "./facts.ts";
import { planOf } from "./shaped-plan.ts";
import { context, hiddenRoles } from "./workload-hidden-rows.ts";

describe("roles that stand elsewhere than in an attribute of their own", () => {
  it.each(hiddenRoles.map((one) => [`${one[0]} ${JSON.stringify(one[1])}`, one] as const))(
    "%s",
    async (_title, one) => {
      const [type, values, ...runsAs] = one;
      const graph = await graphOf(planOf([...context, [type, "x", values]]));
      const found = graph.workloads
        .filter(({ address }) => address === `${type}.x`)
        .flatMap((own) =>
          own.runsAs.length === 0 ? ["nothing"] : own.runsAs.map((use) => `${use.identity ?? "nobody"} (${use.use})`),
        );
      expect(found.sort()).toEqual([...runsAs].sort());
    },
  );

  it("are said to be missed in a text that is no JSON", async () => {
    const bytes = planOf([["aws_batch_job_definition", "x", { name: "x", container_properties: "jobRoleArn: role" }]]);
    const options = {
      version: "0.0.0",
      today: "2026-01-15",
      failOn: "high",
      gate: "changed",
      allowIncomplete: false,
    } as const;
    const report = await check([{ path: "plan.json", bytes }], { ...options, ruleset: defaultRuleset() });
    expect(report.notices.map(({ level, code }) => `${level} ${code}`)).toEqual(["info roles-not-read"]);
  });
});
