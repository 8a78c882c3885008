import { existsSync, globSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import type { Input } from "#frontends/frontend.ts";
import { inputsIn } from "#frontends/index.ts";
import { InputError } from "#model/input-error.ts";
import { check } from "../../src/check.ts";
import { usual } from "../usual.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/assemblies", import.meta.url));
const manifests = existsSync(folder) ? globSync("**/manifest.json", { cwd: folder }).map(dirname) : [];
const assemblies = manifests.filter((one) => !manifests.some((other) => one.startsWith(`${other}/`))).sort();

async function inputsOf(name: string): Promise<readonly Input[]> {
  try {
    return (await inputsIn(name, nodeFiles(folder))) ?? [];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function withoutPresumed(input: Input): Input {
  return { ...input, given: { ...input.given, presumed: [] } };
}

async function judged(inputs: readonly Input[]) {
  try {
    const { findings, identities } = await check(inputs, usual);
    return { findings: findings.map(({ id, message }) => `${id} ${message}`), identities };
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

describe.skipIf(assemblies.length === 0)(
  "roles that are only presumed (skipped where the assemblies are absent)",
  () => {
    test.each(assemblies)("change nothing about what is said of %s", async (name) => {
      const inputs = await inputsOf(name);
      expect(await judged(inputs)).toEqual(await judged(inputs.map(withoutPresumed)));
    });

    test("are presumed in many of them", async () => {
      const all = (await Promise.all(assemblies.map(inputsOf))).flat();
      expect(all.filter(({ given }) => (given?.presumed ?? []).length > 0).length).toBeGreaterThan(30);
    });
  },
);
