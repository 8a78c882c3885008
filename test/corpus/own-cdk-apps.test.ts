import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import type { Report } from "#model/report.ts";
import { rules } from "#rules/index.generated.ts";
import { loadRuleset } from "#ruleset/load.ts";
import { check } from "../../src/check.ts";
import { facts } from "./own-cdk-facts.ts";

const assemblies = fileURLToPath(new URL("../../../shared/corpus/assemblies/own__cdk-apps", import.meta.url));

const text = `extends: [recommended]
accounts:
  "111111111111": { name: dev, environment: dev }
`;

/** The number that the CDK puts behind a name. */
const hash = /(?<=[a-zA-Z0-9])[0-9A-F]{8}(?=$|\/)/g;

async function reportOf(app: string): Promise<Report> {
  const read = async (path: string): Promise<string> => Promise.reject(new Error(`${path} is not asked for`));
  const files = { resolve: (_from: string, to: string) => to, read };
  const ruleset = await loadRuleset({ file: { path: "rolecall.yaml", text }, rules, files });
  const gate = { failOn: "high", gate: "changed", allowIncomplete: false } as const;
  const inputs = (await inputsIn(app, nodeFiles(assemblies))) ?? [];
  return check(inputs, { ...gate, ruleset, version: "0.0.0", today: "2026-01-15" });
}

describe.skipIf(!existsSync(assemblies))("our own CDK apps (skipped where they are absent)", () => {
  test.each(Object.entries(facts))("%s", async (app, { found, silent, notices = [] }) => {
    const report = await reportOf(app);
    const subject = (address: string) => address.replace(hash, "");
    const all = report.findings.map((one) => [one.rule, one.verdict, subject(one.subject.address)] as const);
    expect(all).toEqual(expect.arrayContaining(found.map((one) => [...one])));
    for (const [rule, whom] of silent) expect(all.filter((one) => one[0] === rule && one[2] === whom)).toEqual([]);
    expect(report.notices.map(({ code }) => code)).toEqual(expect.arrayContaining([...notices]));
  });
});
