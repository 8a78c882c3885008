import { expect, test } from "vitest";
import { findRuleset } from "#ruleset/discover.ts";

function find(start: string, ...paths: readonly string[]): Promise<string | undefined> {
  return findRuleset(start, {
    inside: (folder, name) => `${folder === "/" ? "" : folder}/${name}`,
    above: (folder) => folder.slice(0, folder.lastIndexOf("/")) || "/",
    isFile: async (path) => paths.includes(path),
    exists: async (path) => paths.some((one) => one === path || one.startsWith(`${path}/`)),
  });
}

test("the nearest ruleset upwards is found", async () => {
  expect(await find("/repo/infra/prod", "/repo/rolecall.yaml", "/repo/infra/rolecall.yml", "/repo/.git/HEAD")).toBe(
    "/repo/infra/rolecall.yml",
  );
  expect(await find("/repo/infra", "/repo/rolecall.json", "/repo/rolecall.yaml")).toBe("/repo/rolecall.yaml");
});

test("not beyond the repository, nor beyond the top", async () => {
  expect(await find("/home/repo/infra", "/home/rolecall.yaml", "/home/repo/.git/HEAD")).toBeUndefined();
  expect(await find("/a/b")).toBeUndefined();
});
