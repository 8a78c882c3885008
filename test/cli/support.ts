import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Engine } from "#cli/engine.ts";
import type { Io } from "#cli/io.ts";
import { main } from "#cli/main.ts";
import type { Input } from "#frontends/frontend.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import type { Rule } from "#rules/rule.ts";
import type { CheckOptions, LinkOptions } from "../../src/check.ts";

export function reportOf(name: string): Report {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/reports/${name}/report.json`, import.meta.url), "utf8"),
  ) as Report;
}

function rule(id: string, severity: Rule["severity"]): Rule {
  return {
    id,
    family: "TRUST",
    severity,
    title: `Title of ${id}`,
    why: "Because anyone who can assume a role can do what the role can do, and nobody knows who that is.",
    fix: "Name the principals.",
    frameworks: { "owasp-nhi": ["NHI5"] },
    inspects: "graph",
    defaults: {},
    options: (z) => z.strictObject({}),
    claims: () => [],
  };
}

/** An outside world in memory: files by path from the working folder `/repo`; folders end in `/`. */
export interface World {
  readonly files?: Readonly<Record<string, string>>;
  /** What is piped in; a terminal when absent. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** The fixture that the check gives, or what it throws. */
  readonly report?: string | Error;
  /** Codes of the system by path: writing there fails so; `stdout` is standard output. */
  readonly failing?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files that were written. */
  readonly written: Readonly<Record<string, string>>;
  /** What the check was called with. */
  readonly inputs: readonly Input[];
  readonly options: CheckOptions | undefined;
  readonly graph: { readonly options: LinkOptions; readonly moment: string } | undefined;
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Runs a command line in a world. */
export async function run(line: string, world: World = {}): Promise<Run> {
  const said = { out: "", err: "" };
  const written: Record<string, string> = {};
  const seen: { inputs: readonly Input[]; options: CheckOptions | undefined; graph: Run["graph"] } = {
    inputs: [],
    options: undefined,
    graph: undefined,
  };
  const io = ioOf(world, said, written);
  const engine: Engine = {
    version: "0.1.0",
    load: async () => {},
    inputsIn: async () => undefined,
    withBeside: async (input) => input,
    rules: async () => [rule("no-public-trust", "critical"), rule("require-owner", "high")],
    check: async (inputs, options) => {
      Object.assign(seen, { inputs, options });
      if (world.report instanceof Error) throw world.report;
      return reportOf(world.report ?? "clean");
    },
    locate: async (report) => report,
    graph: async (input, options, moment) => {
      Object.assign(seen, { inputs: [input], graph: { options, moment } });
      return { moment, identities: [], notices: [] } as unknown as GraphDocument;
    },
  };
  const code = await main(line === "" ? [] : line.split(" "), io, engine);
  return { code, ...said, written, ...seen };
}

function ioOf(world: World, said: { out: string; err: string }, written: Record<string, string>): Io {
  const files = new Map(Object.entries(world.files ?? {}).map(([path, text]) => [posix.join("/repo", path), text]));
  const full = (path: string): string => posix.resolve("/repo", path);
  const shown = (path: string): string => posix.relative("/repo", path) || ".";
  const isFolder = (path: string): boolean =>
    [...files.keys()].some((one) => one.startsWith(path === "/" ? "/" : `${path}/`));
  const fails = (where: string): void => {
    const code = world.failing?.[where];
    if (code !== undefined) throw failure(code);
  };
  return {
    stdin: { isTTY: world.stdin === undefined, read: async () => new TextEncoder().encode(world.stdin) },
    stdout: {
      isTTY: world.terminal === true,
      write: async (text) => {
        fails("stdout");
        said.out += text;
      },
    },
    stderr: {
      isTTY: false,
      write: async (text) => {
        fails("stderr");
        said.err += text;
      },
    },
    env: world.env ?? {},
    files: {
      kind: async (path) => {
        fails(`kind ${path}`);
        return files.has(full(path)) ? "file" : isFolder(full(path)) ? "folder" : "missing";
      },
      list: async (folder) => {
        fails(`list ${folder}`);
        const inside = [...files.keys()]
          .filter((one) => one.startsWith(`${full(folder)}/`))
          .map((one) => one.slice(full(folder).length + 1));
        return [...new Set(inside.map((one) => one.split("/")[0] ?? ""))].filter((one) => one !== "").sort();
      },
      read: async (path) => {
        fails(path);
        const text = files.get(full(path));
        if (text === undefined) throw failure("ENOENT");
        return new TextEncoder().encode(text);
      },
      write: async (path, text) => {
        fails(path);
        written[path] = text;
      },
      resolve: (from, to) => shown(posix.resolve("/repo", from, to)),
      real: async (path) => full(path),
      above: (path) => shown(posix.dirname(full(path))),
    },
    today: () => "2026-01-31",
    now: () => 0,
  };
}
