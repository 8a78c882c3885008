import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import { check } from "../../src/check.ts";
import { filesBelow } from "../frontends/support.ts";
import { usual } from "../usual.ts";
import { rolesOfServerless } from "./count-serverless.ts";
import { identitiesWritten } from "./count-templates.ts";

const folder = fileURLToPath(new URL("../../../shared/corpus/cloudformation", import.meta.url));

/** Templates that are refused, each with the reason. All of them are broken on purpose: they test other readers. */
const refused: ReadonlyMap<string, string> = new Map([
  // A comma after the last member.
  ["aws-cloudformation__cfn-lint/test/fixtures/templates/bad/json_parse.json", "json-invalid"],
  // A list item where the members of a mapping go on.
  ["aws-cloudformation__cfn-lint/test/fixtures/templates/bad/template.yaml", "yaml-invalid"],
  // A key that is a mapping.
  ["aws-cloudformation__cfn-lint/test/fixtures/templates/bad/core/parse_invalid_map.yaml", "yaml-key"],
  // A value that begins with a quote and goes on behind its end.
  ["aws-cloudformation__cloudformation-guard/guard/resources/validate/malformed-template.yaml", "yaml-invalid"],
  ["tenable__terrascan/pkg/iac-providers/cft/v1/testdata/deploy.yaml", "yaml-invalid"],
]);

/** Templates that write another one as text, for a stack set: its identities are not of this deployment, and the notice says so. */
const inText = new Set([
  "aws-cloudformation__aws-cloudformation-templates/CloudFormation/StackSets/templates/common-resources-stackset.yaml",
  "aws-cloudformation__aws-cloudformation-templates/CloudFormation/StackSets/templates/log-setup-management.yaml",
  "prowler-cloud__prowler/permissions/templates/cloudformation/prowler-scan-role.yml",
]);

const templates = (existsSync(folder) ? filesBelow(folder) : []).map((path) => path.slice(folder.length + 1));

function bytesOf(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** What comes of a template: a report, or the code of the refusal. */
async function outcome(name: string): Promise<Report | string> {
  try {
    return await check([{ path: name, bytes: bytesOf(name) }], usual);
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
}

describe.skipIf(templates.length === 0)("templates of other projects (skipped where they are absent)", () => {
  test("are read, but for those that are broken on purpose", async () => {
    const codes = new Map<string, string>();
    for (const name of templates) {
      const found = await outcome(name);
      if (typeof found === "string") codes.set(name, found);
      else if (found.summary.exitCode === 4) codes.set(name, "an internal error");
    }
    expect(templates.length).toBe(1251);
    expect(codes).toEqual(refused);
  });

  test("have as many identities as they write down", async () => {
    const differences: string[] = [];
    let total = 0;
    for (const name of templates) {
      const found = await outcome(name);
      if (typeof found === "string") continue;
      const text = bytesOf(name).toString("utf8");
      const written = identitiesWritten(text) + rolesOfServerless(text) - (inText.has(name) ? 1 : 0);
      total += written;
      if (found.summary.identities !== written)
        differences.push(`${name}: ${found.summary.identities}, not ${written}`);
    }
    expect(differences).toEqual([]);
    expect(total).toBeGreaterThan(1000);
  });
});
