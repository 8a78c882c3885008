import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { transform } from "rolldown/utils";
import { describe, expect, it } from "vitest";
import { repository, run } from "./installed.ts";

const launcher = repository("bin/rolecall.cjs");
const oldNodes = nodesOlderThan(22, 12);

/** The launcher, told that it runs on some version of Node.js. */
function runOn(version: string) {
  const script = `require(${JSON.stringify(launcher)}).run(["--version"], ${JSON.stringify(version)})`;
  return run(process.execPath, ["-e", script]);
}

describe("the launcher", () => {
  it.each(["0.12.18", "12.22.12", "18.20.8", "20.20.2", "22.11.0"])("refuses Node.js %s", async (version) => {
    expect(await runOn(version)).toEqual({ code: 2, signal: null, out: "", err: refusal(version) });
  });

  it.each(["22.12.0", "22.20.1", "23.0.0", "24.21.0", "100.0.0"])("runs on Node.js %s", async (version) => {
    expect(await runOn(version)).toMatchObject({ code: 0, err: "" });
  });

  it("can be parsed by Node.js 12", async () => {
    const text = readFileSync(launcher, "utf8");
    const written = async (target: string) =>
      (await transform(launcher, text, { target, sourceType: "commonjs" })).code;
    expect(await written("node12")).toBe(await written("esnext"));
  });

  it.skipIf(oldNodes.size === 0)(
    "ends with one sentence on an older Node.js of the PATH, if there is one",
    async () => {
      for (const [node, version] of oldNodes)
        for (const args of [["--version"], ["check", "plan.json"]])
          expect(await run(node, [launcher, ...args])).toEqual({
            code: 2,
            signal: null,
            out: "",
            err: refusal(version),
          });
    },
  );
});

function refusal(version: string): string {
  return `rolecall needs Node.js 22.12 or newer; this is Node.js ${version}.\n`;
}

/** Versions by path. */
function nodesOlderThan(major: number, minor: number): ReadonlyMap<string, string> {
  const folders = new Set((process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""));
  const nodes = [...folders].map((folder) => join(folder, "node")).filter((path) => existsSync(path));
  const versions = nodes.map(
    (path) => [path, execFileSync(path, ["-p", "process.versions.node"], { encoding: "utf8" }).trim()] as const,
  );
  return new Map(
    versions.filter(([, version]) => {
      const [itsMajor = 0, itsMinor = 0] = version.split(".").map(Number);
      return itsMajor < major || (itsMajor === major && itsMinor < minor);
    }),
  );
}
