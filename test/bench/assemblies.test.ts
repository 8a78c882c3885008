import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";
import { inputsIn } from "#frontends/index.ts";
import { writeAssembly } from "../../bench/assemblies/write-assembly.ts";
import { writeYaml } from "../../bench/assemblies/write-yaml.ts";
import { check } from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "rolecall-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("equal seeds give equal assemblies, and another one another", () => {
  const first = (seed: number) => {
    writeAssembly(join(folder, `seed-${seed}`), { stacks: 2, seed });
    return readFileSync(join(folder, `seed-${seed}`, "Service1.template.json"), "utf8");
  };
  expect(first(1)).toBe(first(1));
  expect(first(1)).not.toBe(first(2));
});

test("an assembly is read whole, and every stack is judged where it goes", async () => {
  writeAssembly(join(folder, "app"), { stacks: 6, seed: 1 });
  const inputs = (await inputsIn("app", nodeFiles(folder))) ?? [];
  const report = await check(inputs, { today: "2026-01-15" });
  expect(report.inputs.map(({ complete }) => complete)).toEqual([true, true, true, true, true, true]);
  expect(new Set(report.identities.map(({ account }) => account)).size).toBe(3);
  expect(report.summary.undecided).toBe(0);
});

test("a template in YAML has the size that is asked for, and is read whole", async () => {
  const path = join(folder, "t.yaml");
  const bytes = writeYaml(path, 100_000, 1);
  const text = readFileSync(path);
  expect([text.length, bytes > 100_000, bytes < 130_000]).toEqual([bytes, true, true]);
  const report = await check([{ path, bytes: text }], { today: "2026-01-15" });
  expect(report.inputs.map(({ complete }) => complete)).toEqual([true]);
  expect(report.summary.identities).toBeGreaterThan(10);
});
