import { Buffer } from "node:buffer";
import { posix } from "node:path";
import type { Io } from "#cli/io.ts";
import { main } from "#cli/main.ts";

/** What a command line may read: files by path (a folder is the list of its names, an error is thrown as one of the system), and standard input. */
export interface Outside {
  readonly files?: Readonly<Record<string, Uint8Array | string | readonly string[] | Error>>;
  /** What is piped in; a terminal when absent. */
  readonly stdin?: Uint8Array | string;
  readonly terminal?: boolean;
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a real command line, with the real engine, in a working folder that holds these files and no ruleset. */
export async function rolecall(args: readonly string[], outside: Outside = {}): Promise<Run> {
  const said = { out: "", err: "" };
  const sink = (to: "out" | "err", isTTY: boolean) => ({
    isTTY,
    write: async (text: string) => {
      said[to] += text;
    },
  });
  const code = await main(args, {
    stdin: { isTTY: outside.stdin === undefined, read: async () => bytesOf(outside.stdin ?? "") },
    stdout: sink("out", outside.terminal === true),
    stderr: sink("err", false),
    env: {},
    files: filesOf(outside.files ?? {}),
    today: () => "2026-01-15",
    now: () => 0,
  });
  return { code, ...said };
}

function filesOf(files: NonNullable<Outside["files"]>): Io["files"] {
  const full = (path: string): string => posix.resolve("/work", path);
  const all = new Map(Object.entries(files).map(([path, content]) => [full(path), content]));
  const at = (path: string) => {
    const found = all.get(full(path));
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    kind: async (path) => {
      const found = all.get(full(path));
      if (found === undefined) return "missing";
      return Array.isArray(found) ? "folder" : "file";
    },
    list: async (path) => at(path) as readonly string[],
    read: async (path) => bytesOf(at(path) as string | Uint8Array),
    write: async () => {},
    resolve: (from, to) => posix.relative("/work", posix.resolve("/work", from, to)) || ".",
    real: async (path) => full(path),
    above: (path) => posix.relative("/work", posix.dirname(full(path))) || ".",
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: secret words of the system`), { code });
}
