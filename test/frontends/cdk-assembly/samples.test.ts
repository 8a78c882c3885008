import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { Report } from "#model/report.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../../src/check.ts";

const samples = fileURLToPath(new URL("../../../fixtures/plans/cdk-assembly", import.meta.url));

async function reportOf(name: string): Promise<Report> {
  const inputs = (await inputsIn(name, nodeFiles(samples))) ?? [];
  const gate = { failOn: "high", gate: "changed", allowIncomplete: false } as const;
  return check(inputs, { ...gate, ruleset: defaultRuleset(), version: "0.0.0", today: "2026-01-15" });
}

/** `rule | name of the subject | account`. */
function said({ findings }: Report): readonly string[] {
  return findings.map(({ rule, subject }) => `${rule} | ${subject.name} | ${subject.account}`);
}

test("the stages of an app are judged by the account and the tags of their stacks", async () => {
  const report = await reportOf("stages-cross-account");
  const found = said(report);
  expect(report.inputs.map(({ path }) => path)).toEqual([
    "stages-cross-account/assembly-Dev/DevRoles93D3F221.template.json",
    "stages-cross-account/assembly-Prod/ProdRoles5B3AF496.template.json",
  ]);
  expect(found).toContain("no-unscoped-passrole | deploy-prod | 222222222222");
  // The pipeline of the app stands in another account that the app deploys to.
  expect(found.filter((one) => one.startsWith("no-confused-deputy"))).toEqual([
    "no-confused-deputy | Prod/Roles/VendorRole9D1B08C3 | 222222222222",
  ]);
  expect(found.filter((one) => one.startsWith("require-owner")).every((one) => one.endsWith("222222222222"))).toBe(
    true,
  );
});

test("what a look-up would have told is made up, so nothing passes", async () => {
  const { summary, notices } = await reportOf("missing-context");
  expect(summary.exitCode).toBe(3);
  expect(notices.map(({ code }) => code)).toContain("context-missing");
});
