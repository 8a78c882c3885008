import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository, run } from "./installed.ts";

/** For each rule of .dependency-cruiser.mjs an import that it forbids: the file that it is written in, and the line. */
const seeds: Readonly<Record<string, readonly [path: string, line: string]>> = {
  "model-imports-only-model": ["model/seed.ts", 'import type { T } from "#clouds/cloud.ts";'],
  "frontends-know-no-cloud": ["frontends/json/seed.ts", 'import "#clouds/cloud.ts";'],
  "clouds-know-no-format": ["clouds/aws/seed.ts", 'export type { T } from "#frontends/frontend.ts";'],
  "graph-knows-clouds-by-their-interface": ["graph/seed.ts", 'import "#clouds/aws/arn.ts";'],
  "access-sees-only-the-model": ["access/seed.ts", 'import { type T } from "#clouds/cloud.ts";'],
  "rules-see-only-the-model-and-access": ["rules/seed.ts", 'import "#clouds/aws/arn.ts";'],
  "ruleset-knows-rules-by-their-interface": ["ruleset/seed.ts", 'import "#rules/index.generated.ts";'],
  "analyzer-knows-others-by-their-interfaces": ["analyzer/seed.ts", 'import "#ruleset/load.ts";'],
  "reporters-read-only-the-report": ["reporters/seed.ts", 'import type { T } from "#model/plan.ts";'],
  "lists-are-read-by-check-only": ["cli/seed.ts", 'import "#frontends/index.ts";'],
  "lists-of-rules-and-reporters-are-read-by-check-and-cli-only": ["other.ts", 'import "#rules/index.generated.ts";'],
  "cli-knows-others-by-their-interfaces": ["cli/seed2.ts", 'export const load = () => import("#clouds/aws/arn.ts");'],
  "check-knows-others-by-their-interfaces": ["check.ts", 'import "#clouds/aws/arn.ts";'],
  "clouds-know-no-other-cloud": ["clouds/gcp/seed.ts", 'import "../aws/arn.ts";'],
  "formats-know-no-other-format": ["frontends/pulumi/seed.ts", 'import "../terraform-plan/index.ts";'],
  "nobody-imports-the-hosts": ["analyzer/seed2.ts", 'import "#cli/io.ts";'],
  "crossing-a-folder-shows": ["graph/seed2.ts", 'import "../model/plan.ts";'],
  "fs-only-in-cli": ["ruleset/seed2.ts", 'import { readFile } from "node:fs/promises";'],
  "process-only-in-cli": ["analyzer/seed3.ts", 'import process from "node:process";'],
  "no-network-and-no-programs": ["cli/seed3.ts", 'import { get } from "node:https";'],
  "packages-at-their-place": ["cli/seed4.ts", 'import "publint";'],
  "commander-only-in-cli": ["reporters/seed2.ts", 'import type { Command } from "commander";'],
  "yaml-only-in-ruleset": ["frontends/json/seed2.ts", 'import "yaml";'],
  "js-yaml-only-in-templates": ["frontends/cloudformation/seed.ts", 'import "js-yaml";'],
  "paths-are-followed-in-one-place": ["ruleset/seed3.ts", 'import { JSONPath } from "jsonpath-plus";'],
  "zod-only-in-ruleset": ["rules/seed2.ts", 'import { z } from "zod";'],
  "src-stands-alone": ["model/seed2.ts", 'import "../../test/support.ts";'],
  "no-cycles": ["model/a.ts", 'import type { T } from "./b.ts";'],
  "no-unresolved": ["model/seed3.ts", 'import "./nowhere.ts";'],
};

/** What the seeds import, and what closes the cycle. */
const others: Readonly<Record<string, string>> = {
  "src/model/plan.ts": "export type T = 1;",
  "src/model/b.ts": 'import type { T as U } from "./a.ts";\nexport type T = U;',
  "src/clouds/cloud.ts": "export type T = 1;",
  "src/clouds/aws/arn.ts": "export {};",
  "src/frontends/frontend.ts": "export type T = 1;",
  "src/frontends/index.ts": "export {};",
  "src/frontends/terraform-plan/index.ts": "export {};",
  "src/rules/index.generated.ts": "export {};",
  "src/ruleset/load.ts": "export {};",
  "src/cli/io.ts": "export {};",
  "test/support.ts": "export {};",
};

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

async function cruise(): Promise<Cruised["summary"]> {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-boundaries-"));
  const written = Object.values(seeds).map(([path, line]) => [`src/${path}`, line] as const);
  for (const [path, text] of [...written, ...Object.entries(others)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  writeFileSync(join(folder, "package.json"), readFileSync(repository("package.json")));
  symlinkSync(repository("node_modules"), join(folder, "node_modules"));
  const config = ["--config", repository(".dependency-cruiser.mjs"), "--output-type", "json"];
  const cruiser = repository("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const { out, err } = await run(process.execPath, [cruiser, ...config, "src"], { cwd: folder });
  rmSync(folder, { recursive: true });
  if (out === "") throw new Error(err);
  return (JSON.parse(out) as Cruised).summary;
}

const { violations, ruleSetUsed } = await cruise();

describe("the boundaries", () => {
  it("each have a reason, and a violation below that shows that they hold", () => {
    expect(ruleSetUsed.forbidden.filter((rule) => rule.comment === undefined)).toEqual([]);
    expect(Object.keys(seeds).sort()).toEqual(ruleSetUsed.forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(seeds))("%s", (rule, [path]) => {
    const broken = violations.filter((one) => one.rule.name === rule).map((one) => one.from);
    expect(broken).toContain(`src/${path}`);
  });
});
