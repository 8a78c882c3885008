import { existsSync, globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { usual } from "../usual.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/assemblies", import.meta.url));
const all = existsSync(folder)
  ? globSync("**/manifest.json", { cwd: folder }).map((one) => one.slice(0, -"/manifest.json".length))
  : [];
/** Those that are inside of no other one. */
const assemblies = all.filter((one) => !all.some((other) => one.startsWith(`${other}/`))).sort();

const api = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-api/test/fixtures";
const schema = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-schema/test/fixtures";

/** Assemblies of which nothing can be read, by the code of the refusal: the first was cut when it was published, the others are broken on purpose. */
const refused: ReadonlyMap<string, string> = new Map<string, string>([
  ["aws-samples__serverless-patterns/cdk-apigw-authorizer-sqs", "broken-assembly"],
  // Its only template is not there.
  [`${api}/invalid-env-format`, "broken-assembly"],
  // Its only stack names no template.
  ...[`${api}/stack-without-params`, `${schema}/random-metadata`, `${schema}/with-stack-tags`].map(
    (one) => [one, "broken-assembly"] as const,
  ),
  // Its only template is empty.
  [`${api}/nested-stacks`, "broken-assembly"],
  // They have no stack at all.
  ...[`${api}/invalid-manifest-type-tree`, `${api}/tree-no-file-property`, `${schema}/invalid-artifact-type`].map(
    (one) => [one, "assembly-without-stacks"] as const,
  ),
]);

/** Assemblies with stacks that cannot be read beside others that can: how many. The template of the outermost stack is empty, and its stages are whole. */
const unread: ReadonlyMap<string, number> = new Map([[`${api}/nested-assemblies`, 1]]);

describe.skipIf(assemblies.length === 0)("assemblies of other projects (skipped where they are absent)", () => {
  test("are as many as there were", () => {
    expect(assemblies.length).toBe(218);
  });

  test.each(assemblies)("%s", async (name) => {
    const report = await reportOf(name);
    expect(typeof report === "string" ? report : undefined).toBe(refused.get(name));
    if (typeof report === "string") return;
    expect(report.summary.exitCode).toBeLessThan(4);
    expect(report.notices.filter(({ code }) => code === "stack-not-read").length).toBe(unread.get(name) ?? 0);
  });
});

/** The report, or the code of the refusal. */
async function reportOf(name: string): Promise<Report | string> {
  try {
    const inputs = await inputsIn(name, nodeFiles(folder));
    if (inputs === undefined) return "no assembly";
    return await check(inputs, usual);
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}
