import { existsSync, globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import { InputError } from "#model/input-error.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { check } from "../../src/check.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/assemblies", import.meta.url));
const all = existsSync(folder)
  ? globSync("**/manifest.json", { cwd: folder }).map((one) => one.slice(0, -"/manifest.json".length))
  : [];
/** Those that are inside of no other one. */
const assemblies = all.filter((one) => !all.some((other) => one.startsWith(`${other}/`))).sort();

const api = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-api/test/fixtures";
const schema = "aws__aws-cdk-cli/packages/@aws-cdk/cloud-assembly-schema/test/fixtures";

/** Assemblies that are refused, by the code of the refusal: the first was cut when it was published, the others are broken on purpose. */
const refused: ReadonlyMap<string, string> = new Map<string, string>([
  ["aws-samples__serverless-patterns/cdk-apigw-authorizer-sqs", "broken-assembly"],
  ...["invalid-env-format", "stack-without-params"].map((one) => [`${api}/${one}`, "broken-assembly"] as const),
  ...["invalid-manifest-type-tree", "tree-no-file-property"].map(
    (one) => [`${api}/${one}`, "assembly-without-stacks"] as const,
  ),
  ...["nested-assemblies", "nested-stacks"].map((one) => [`${api}/${one}`, "empty-input"] as const),
  [`${schema}/invalid-artifact-type`, "assembly-without-stacks"],
  ...["random-metadata", "with-stack-tags"].map((one) => [`${schema}/${one}`, "broken-assembly"] as const),
]);

const options = {
  ruleset: defaultRuleset(),
  version: "0.0.0",
  today: "2026-01-15",
  failOn: "high",
  gate: "changed",
  allowIncomplete: false,
} as const;

describe.skipIf(assemblies.length === 0)("assemblies of other projects (skipped where they are absent)", () => {
  test("are as many as there were", () => {
    expect(assemblies.length).toBe(218);
  });

  test.each(assemblies)("%s", async (name) => {
    const code = await exitCode(name);
    expect(typeof code === "string" ? code : undefined).toBe(refused.get(name));
    if (typeof code === "number") expect(code).toBeLessThan(4);
  });
});

/** The exit code, or that of the refusal. */
async function exitCode(name: string): Promise<number | string> {
  try {
    const inputs = await inputsIn(name, nodeFiles(folder));
    if (inputs === undefined) return "no assembly";
    return (await check(inputs, options)).summary.exitCode;
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}
