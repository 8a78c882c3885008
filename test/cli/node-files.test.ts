import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeFiles } from "#cli/node-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is replaced whole, and nothing is left beside it", async () => {
  writeFileSync(join(folder, "report.json"), "old");
  await nodeFiles(folder).write("report.json", "new");
  expect(readFileSync(join(folder, "report.json"), "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["report.json"]);
});

test("what a link leads to is replaced, not the link", async () => {
  writeFileSync(join(folder, "real.json"), "old");
  symlinkSync("real.json", join(folder, "link.json"));
  await nodeFiles(folder).write("link.json", "new");
  expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
});

test("a device is written, never replaced", async () => {
  await nodeFiles(folder).write("/dev/null", "text");
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("a write that fails leaves the old file and nothing else", async () => {
  await expect(nodeFiles(folder).write("gone/report.json", "new")).rejects.toMatchObject({ code: "ENOENT" });
  mkdirSync(join(folder, "sub"));
  await expect(nodeFiles(folder).write("sub", "new")).rejects.toMatchObject({ code: "EISDIR" });
  expect(readdirSync(folder)).toEqual(["sub"]);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read tells its code (not as root, who may)", async () => {
  writeFileSync(join(folder, "plan.json"), "{}");
  chmodSync(join(folder, "plan.json"), 0o000);
  await expect(nodeFiles(folder).read("plan.json")).rejects.toMatchObject({ code: "EACCES" });
});

test("a file that is too long is not read", async () => {
  writeFileSync(join(folder, "rolecall.yaml"), "12345");
  expect(await nodeFiles(folder).read("rolecall.yaml", 5)).toEqual(Buffer.from("12345"));
  await expect(nodeFiles(folder).read("rolecall.yaml", 4)).rejects.toMatchObject({ code: "EFBIG" });
});

test("kinds, lists and paths", async () => {
  mkdirSync(join(folder, "b"));
  writeFileSync(join(folder, "a.tf"), "");
  const files = nodeFiles(folder);
  expect(await Promise.all(["a.tf", "b", "/dev/null", "c", "a.tf/x"].map((path) => files.kind(path)))).toEqual([
    "file",
    "folder",
    "other",
    "missing",
    "missing",
  ]);
  expect(await files.list(".")).toEqual(["a.tf", "b"]);
  expect(files.resolve("b", "../a.tf")).toBe("a.tf");
  expect(files.resolve(".", join(folder, "b/c"))).toBe("b/c");
  expect(files.above("b/c")).toBe("b");
  expect(files.above(".")).toBe("..");
});
