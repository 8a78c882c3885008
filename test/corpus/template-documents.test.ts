import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import { differences } from "./template-differences.ts";
import { templateGraph } from "./template-graph.ts";

/**
 * Every identity, trust policy and policy document that a template writes down is in its graph, at its place and with its statements; nothing else is. What is
 * written is counted in the raw text, by the table of types and none of the program's code.
 */

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

/** Where the graph is right, by file. */
const excepted: ReadonlyMap<string, readonly string[]> = new Map([
  // SAM makes a role under the name that another resource has.
  [
    "cloudformation/aws-cloudformation__cfn-lint/test/fixtures/templates/bad/transform_serverless_template.yaml",
    ["myFunctionRole is an identity"],
  ],
  // Policies for nobody: IAM asks for a role, a user or a group.
  [
    "cloudformation/aws-cloudformation__cfn-lint/test/fixtures/templates/bad/resources/iam/iam_policy.yaml",
    ["/Resources/rIamPolicy/Properties/PolicyDocument is not read"],
  ],
  [
    "cloudformation/aws-cloudformation__cfn-lint/test/fixtures/templates/bad/resources/properties/atleastone.yaml",
    ["/Resources/myPolicy/Properties/PolicyDocument is not read"],
  ],
]);

const kinds = [
  ["templates", "cloudformation/**/*.{yaml,yml,json,template}", { identities: 1400, trusts: 1300, policies: 2000 }],
  ["templates of assemblies", "assemblies/**/*.template.json", { identities: 450, trusts: 450, policies: 600 }],
] as const;

describe.skipIf(!existsSync(corpus))("documents in templates of other projects (skipped where they are absent)", () => {
  test.each(kinds)("%s", async (_, pattern, atLeast) => {
    const total = { identities: 0, trusts: 0, policies: 0 };
    for (const path of globSync(pattern, { cwd: corpus }).sort()) {
      const found = await compared(path);
      if (found === undefined) continue;
      expect(found.found, path).toEqual(excepted.get(path) ?? []);
      for (const kind of ["identities", "trusts", "policies"] as const) total[kind] += found[kind];
    }
    expect(total.identities).toBeGreaterThan(atLeast.identities);
    expect(total.trusts).toBeGreaterThan(atLeast.trusts);
    expect(total.policies).toBeGreaterThan(atLeast.policies);
  });
});

/** Undefined is what is refused: cloudformation.test.ts says which. */
async function compared(path: string): Promise<ReturnType<typeof differences> | undefined> {
  const bytes = readFileSync(join(corpus, path));
  try {
    return differences(bytes.toString("utf8"), await templateGraph(path, bytes));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
