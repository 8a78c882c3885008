import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "#cli/main.ts";
import { nodeFiles } from "#cli/node-files.ts";
import type { Report } from "#model/report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-hostile-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a real command line over real files. */
async function check(...args: readonly string[]) {
  const said = { out: "", err: "" };
  const sink = (to: "out" | "err") => ({
    isTTY: false,
    write: async (text: string) => {
      said[to] += text;
    },
  });
  const code = await main(["check", "out", ...args], {
    stdin: { isTTY: true, read: async () => new Uint8Array() },
    stdout: sink("out"),
    stderr: sink("err"),
    env: {},
    files: nodeFiles(folder),
    today: () => "2026-01-15",
    now: () => 0,
  });
  return { code, ...said };
}

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
}

const manifest = (artifacts: object) => ({ version: "55.0.0", artifacts });
const stack = (templateFile: string, more: object = {}) => ({
  type: "aws:cloudformation:stack",
  environment: "aws://111122223333/eu-west-1",
  properties: { templateFile },
  ...more,
});
const stage = (directoryName: string) => ({ type: "cdk:cloud-assembly", properties: { directoryName } });
const template = { Resources: { Role: { Type: "AWS::IAM::Role", Properties: { RoleName: "hunter2" } } } };
const secret = { "secret/A.json": template, "secret/manifest.json": manifest({ B: stack("A.json") }) };

/** Manifests that lead out of the assembly: nothing of what they lead to is read. */
const outside: readonly (readonly [string, () => void])[] = [
  ["a path with dots", () => write({ "out/manifest.json": manifest({ A: stack("../secret/A.json") }) })],
  ["a path from the root", () => write({ "out/manifest.json": manifest({ A: stack(join(folder, "secret/A.json")) }) })],
  ["a stage beside it", () => write({ "out/manifest.json": manifest({ A: stage("../secret") }) })],
  [
    "a link to a file",
    () => {
      write({ "out/manifest.json": manifest({ A: stack("A.json") }) });
      symlinkSync("../secret/A.json", join(folder, "out/A.json"));
    },
  ],
  [
    "a link to a folder",
    () => {
      write({ "out/manifest.json": manifest({ A: stage("stage") }) });
      symlinkSync("../secret", join(folder, "out/stage"));
    },
  ],
  [
    "a file of metadata",
    () => {
      const told = { additionalMetadataFile: "../secret/A.json" };
      write({ "out/manifest.json": manifest({ A: stack("A.json", told) }), "out/A.json": template });
    },
  ],
  [
    "a file that tells of assets",
    () => {
      const role = "arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1";
      const properties = { templateFile: "A.json", assumeRoleArn: role };
      const assets = { type: "cdk:asset-manifest", properties: { file: "../secret/A.json" } };
      const artifact = stack("A.json", { properties, dependencies: ["A.assets"] });
      write({ "out/manifest.json": manifest({ A: artifact, "A.assets": assets }), "out/A.json": template });
    },
  ],
];

test.each(outside)("%s must not lead out of an assembly", async (_, make) => {
  write(secret);
  make();
  const { code, out, err } = await check();
  expect([code, out]).toEqual([3, ""]);
  expect(err).toMatch(/error: out names \S+, which is not inside of it/);
  expect(err).not.toContain("hunter2");
});

/** Parts that cannot be read, beside one that can: what is said of them. */
const unread: readonly (readonly [string, string, () => void])[] = [
  ["a folder", "out/A.json cannot be read (EISDIR)", () => mkdirSync(join(folder, "out/A.json"))],
  ["a link to nothing", "out names A.json, which is not there", () => symlinkSync("no", join(folder, "out/A.json"))],
  ["a link to itself", "out/A.json cannot be read (ELOOP)", () => symlinkSync("A.json", join(folder, "out/A.json"))],
  ["a pipe", "out names A.json, which is no file", () => execFileSync("mkfifo", [join(folder, "out/A.json")])],
];

describe.skipIf(process.platform === "win32")("a template that is", () => {
  test.each(unread)("%s is told of, and the others are judged", async (_, problem, make) => {
    write({ "out/manifest.json": manifest({ A: stack("A.json"), B: stack("B.json") }), "out/B.json": template });
    make();
    const { code, out, err } = await check("--format", "json");
    const { notices, identities } = JSON.parse(out) as Report;
    expect([code, err]).toEqual([3, ""]);
    expect(identities.map(({ name }) => name)).toEqual(["hunter2"]);
    expect(notices.filter(({ level }) => level === "incomplete").map(({ message }) => message)).toEqual([
      expect.stringContaining(problem),
    ]);
  });
});

test("a manifest of more than 64 MB is not read", async () => {
  write({ "out/manifest.json": manifest({}) });
  truncateSync(join(folder, "out/manifest.json"), 65 * 1024 * 1024);
  const { code, err } = await check();
  expect(code).toBe(3);
  expect(err).toContain("error: out cannot be read: ");
});

test("metadata of more than 64 MB is not read, and findings are told without it", async () => {
  const told = { additionalMetadataFile: "A.metadata.json" };
  write({
    "out/manifest.json": manifest({ A: stack("A.json", told) }),
    "out/A.json": template,
    "out/A.metadata.json": "",
  });
  truncateSync(join(folder, "out/A.metadata.json"), 65 * 1024 * 1024);
  const { code, out, err } = await check("--format", "json");
  expect([code, err]).toEqual([0, ""]);
  expect((JSON.parse(out) as Report).findings.map(({ rule }) => rule)).toContain("require-owner");
});

test("names of a manifest are names, whatever they are", async () => {
  const text = `{"version":"55.0.0","artifacts":{"__proto__":${JSON.stringify(stack("A.json"))}}}`;
  write({ "out/manifest.json": text, "out/A.json": template });
  const { code, out } = await check("--format", "json");
  expect([code, (JSON.parse(out) as Report).identities.length]).toEqual([0, 1]);
});

test("a million lists in each other are no reason to fall", async () => {
  const depth = 1_000_000;
  const metadata = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const artifact = JSON.stringify(stack("A.json", { metadata: 0 })).replace('"metadata":0', `"metadata":${metadata}`);
  write({ "out/manifest.json": `{"version":"55.0.0","artifacts":{"A":${artifact}}}`, "out/A.json": template });
  expect((await check()).code).toBe(0);
});

test("constructs and files of an app give no commands to a terminal or a log", async () => {
  const path = "/S\u001b[2J\n::error::x";
  const trace = ["new A (/tmp/\u001b[2J##[group]a.ts:1:2)"];
  const metadata = { [path]: [{ type: "aws:cdk:logicalId", data: "Role", trace }] };
  write({ "out/manifest.json": manifest({ A: stack("A.json", { metadata }) }), "out/A.json": template });
  const { out } = await check();
  expect(out).toContain("where /tmp/\\u001b[2J");
  for (const acting of ["\u001b", "\n::error", "##["]) expect(out).not.toContain(acting);
});
