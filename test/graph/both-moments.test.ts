import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cloudsFor } from "#clouds/index.ts";
import { frontendFor } from "#frontends/index.ts";
import { type Built, buildGraph, buildGraphs } from "#graph/build.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import { fixtures } from "../suites/rule-cases.ts";

/** Both graphs of a plan are linked at once, and what stays as it is is worked out once: each must be what it is when it is linked alone. */
const { settings } = defaultRuleset();
const options = { settings, environment: undefined };

async function disagreements(path: string): Promise<readonly string[]> {
  const clouds = cloudsFor(settings, undefined);
  const input = { path: "plan.json", bytes: readFileSync(path) };
  const wants = (type: string) => clouds.some((cloud) => cloud.wants(type, "terraform"));
  const plan = await frontendFor(input).read(input, wants);
  for (const cloud of clouds) await cloud.prepare(plan);
  const both = buildGraphs(plan, clouds, options);
  const alone = (moment: "before" | "after") => buildGraph(plan, clouds, moment, options);
  return (["before", "after"] as const).filter((moment) => shown(both[moment]) !== shown(alone(moment)));
}

/** Everything that is in a graph, and what was said and found on the way. */
function shown({ graph, notices, secrets }: Built): string {
  return JSON.stringify([graph, notices, [...secrets]], (_, value: unknown) => {
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });
}

async function expectAgreement(paths: readonly string[]): Promise<void> {
  for (const path of paths) expect(await disagreements(path), path).toEqual([]);
}

test("plans of rules, and of whole deployments", { timeout: 120_000 }, async () => {
  const paths = globSync("{rules/*/*,plans/**}/plan.json", { cwd: fixtures }).sort();
  expect(paths.length).toBeGreaterThan(1000);
  await expectAgreement(paths.map((path) => join(fixtures, path)));
});

const corpus = join(fixtures, "../../shared/corpus/terraform");

describe.skipIf(!existsSync(corpus))("plans of other projects (skipped where they are absent)", () => {
  test("all of them", { timeout: 120_000 }, async () => {
    await expectAgreement(globSync("*.json", { cwd: corpus }).map((path) => join(corpus, path)));
  });
});
