import { InputError } from "#model/input-error.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { findRuleset } from "#ruleset/discover.ts";
import type { RulesetSource } from "#ruleset/extends.ts";
import type { Engine } from "./engine.ts";
import type { Files, Io } from "./io.ts";
import { systemCode, systemSentence } from "./system-error.ts";

const largest = 2_000_000;

export interface RulesetFlags {
  readonly ruleset?: string;
  readonly baseRuleset?: string;
}

/** The ruleset of a run: the named file, or the nearest one from a folder upwards, over the base ruleset; the preset when there is none. */
export async function rulesetFor(flags: RulesetFlags, io: Io, engine: Engine, from: string = "."): Promise<Ruleset> {
  const { files } = io;
  const path = flags.ruleset === undefined ? await found(from, files) : files.resolve(".", flags.ruleset);
  const base = flags.baseRuleset === undefined ? undefined : files.resolve(".", flags.baseRuleset);
  if (path === undefined && base === undefined) return (await import("#ruleset/default.ts")).defaultRuleset();
  const { loadRuleset } = await import("#ruleset/load.ts");
  return loadRuleset({
    ...(path === undefined ? {} : { file: await sourceOf(path, files) }),
    ...(base === undefined ? {} : { base: await sourceOf(base, files) }),
    rules: await engine.rules(),
    files: { resolve: (from, to) => files.resolve(files.above(from), to), read: (file) => textOf(file, files) },
  });
}

async function found(from: string, files: Files): Promise<string | undefined> {
  try {
    return await findRuleset(from, {
      inside: (folder, name) => files.resolve(folder, name),
      above: (folder) => files.above(folder),
      isFile: async (path) => (await files.kind(path)) === "file",
      exists: async (path) => (await files.kind(path)) !== "missing",
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const message = `a ruleset cannot be looked for in the folders above: ${systemSentence(code)}`;
    throw new InputError(2, "unreadable-ruleset", message, "name it with --ruleset, or put a rolecall.yaml here");
  }
}

async function sourceOf(path: string, files: Files): Promise<RulesetSource> {
  try {
    return { path, text: await textOf(path, files) };
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(2, error.code, `ruleset ${path}: ${error.message}`, error.hint);
    throw error;
  }
}

async function textOf(path: string, files: Files): Promise<string> {
  try {
    if ((await files.kind(path)) === "other") throw new InputError(2, "unreadable-ruleset", "it is not a regular file");
    return new TextDecoder("utf-8", { fatal: true }).decode(await files.read(path, largest));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof InputError) throw error;
    throw new InputError(2, "unreadable-ruleset", systemSentence(code));
  }
}
