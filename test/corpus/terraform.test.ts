import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { usual } from "../usual.ts";
import { compare, parsed } from "./compare.ts";
import { none } from "./count-graph.ts";
import { stopReasons } from "./stop-reasons.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/terraform", import.meta.url));
const plans = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
  : [];

/** Plans that are refused, each with the reason: none. All of them are whole JSON in UTF-8, some with a byte order mark. */
const refused: ReadonlyMap<string, string> = new Map();

describe.skipIf(plans.length === 0)("plans of other projects (skipped where they are absent)", () => {
  test.each(plans)("%s", async (name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const report = await check([{ path: name, bytes }], usual).catch(refusal);
    expect(typeof report === "string" ? report : undefined).toBe(refused.get(name));
    if (typeof report === "string") return;
    const { total, differences } = await compare(name, bytes);
    expect(differences).toEqual([]);
    expect(report.summary.identities).toBe(total.identities);
    expect(saysIncomplete(report)).toBe(stopReasons(parsed(bytes)).length > 0);
    expect(report.summary.exitCode).toBeLessThan(4);
  });

  test("have something to compare, of nearly every kind", async () => {
    const sums = { ...none };
    for (const name of plans) {
      const { total } = await compare(name, readFileSync(`${folder}/${name}`));
      for (const [kind, count] of Object.entries(total)) sums[kind as keyof typeof sums] += count;
    }
    expect(plans.length).toBe(449);
    expect(sums).toEqual({
      identities: 60,
      trust: 50,
      policies: 56,
      statements: 72,
      attachments: 41,
      memberships: 3,
      credentials: 4,
      workloads: 173,
    });
  });
});

function refusal(error: unknown): string {
  if (error instanceof InputError) return error.code;
  throw error;
}

function saysIncomplete({ summary, notices }: Report): boolean {
  expect(summary.exitCode === 3).toBe(notices.some((one) => one.level === "incomplete"));
  return summary.exitCode === 3;
}
