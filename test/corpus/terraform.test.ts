import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";
import { identityTypes } from "./identity-types.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/terraform", import.meta.url));
const plans = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()
  : [];

/** Plans that are refused, each with the reason: none. */
const refused: ReadonlyMap<string, string> = new Map();

const options = {
  ruleset: defaultRuleset(),
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

describe.skipIf(plans.length === 0)("plans of other projects (skipped where they are absent)", () => {
  test.each(plans)("%s", async (name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const result = await check([{ path: name, bytes }], options).catch(refusal);
    if (typeof result === "string") expect([name, result]).toEqual([name, refused.get(name)]);
    else expect(result.summary.identities).toBe(countIdentities(bytes));
  });
});

function refusal(error: unknown): string {
  if (error instanceof InputError) return error.code;
  throw error;
}

/** Counts the identities that a plan leaves behind without any of our code: what is managed and has an `after`. */
function countIdentities(bytes: Uint8Array): number {
  const plan: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const changes = isRecord(plan) && Array.isArray(plan.resource_changes) ? plan.resource_changes : [];
  return changes.filter(
    (one) =>
      isRecord(one) &&
      one.mode === "managed" &&
      identityTypes.has(String(one.type)) &&
      isRecord(one.change) &&
      staysOrComes(one.change),
  ).length;
}

function staysOrComes(change: Readonly<Record<string, unknown>>): boolean {
  const actions = Array.isArray(change.actions) ? change.actions : [];
  return !actions.every((one) => one === "delete" || one === "forget");
}
