import type { Input } from "#frontends/frontend.ts";
import { InputError } from "#model/input-error.ts";
import type { Engine } from "./engine.ts";
import { refuseFolder } from "./folders.ts";
import type { FileKind, Io } from "./io.ts";
import { systemCode, systemSentence } from "./system-error.ts";

const command = "terraform plan -out=tfplan && terraform show -json tfplan | rolecall check -";

/** What finds more than the file that is named. */
export type Finder = Pick<Engine, "inputsIn" | "withBeside">;

/** Where a folder is no input, and a file is taken as it is. */
export const filesOnly: Finder = { inputsIn: async () => undefined, withBeside: async (input) => input };

/**
 * Reads what is to be judged: files, and standard input for `-` or when no path is given and something is piped in.
 * @throws InputError when an input cannot be read; a pipe that brings nothing is one, since the command before it may have failed.
 */
export async function readInputs(paths: readonly string[], io: Io, engine: Finder): Promise<readonly Input[]> {
  if (paths.length === 0 && io.stdin.isTTY)
    throw new InputError(2, "no-input", "there is nothing to judge: name a plan, or pipe one in", command);
  const named = paths.length === 0 ? ["-"] : paths;
  const files = named.map((path) => (path === "-" ? path : io.files.resolve(".", path)));
  const twice = named.find((_, i) => files.indexOf(files[i] ?? "") !== i);
  if (twice !== undefined)
    throw new InputError(2, "input-twice", `${twice === "-" ? "standard input" : twice} is given twice`);
  const inputs: Input[] = [];
  for (const path of named) {
    if (path === "-") inputs.push({ path, bytes: await readStdin(io) });
    else inputs.push(...(await readPath(path, io, engine)));
  }
  return inputs;
}

/** A file is one input, a cloud assembly as many as it has stacks. */
async function readPath(path: string, io: Io, engine: Finder): Promise<readonly Input[]> {
  const kind = await reading(path, () => io.files.kind(path));
  if (kind !== "folder") {
    const bytes = await readFile(path, kind, io);
    return [await reading(path, () => engine.withBeside({ path, bytes }, io.files))];
  }
  const inputs = await reading(path, () => engine.inputsIn(path, io.files));
  return inputs ?? refuseFolder(path, await reading(path, () => io.files.list(path)));
}

async function readStdin(io: Io): Promise<Uint8Array> {
  const bytes = await reading("standard input", () => io.stdin.read());
  if (bytes.length > 0) return bytes;
  throw new InputError(
    3,
    "empty-input",
    "standard input is empty: the command before the pipe may have failed",
    `in a shell, set -o pipefail; the whole command: ${command}`,
  );
}

async function readFile(path: string, kind: FileKind, io: Io): Promise<Uint8Array> {
  if (kind === "missing")
    throw new InputError(3, "missing-input", `${path}: no such file`, `to make a plan and judge it: ${command}`);
  const bytes = await reading(path, () => io.files.read(path));
  if (bytes.length === 0)
    throw new InputError(3, "empty-input", `${path} is empty`, `to make a plan and judge it: ${command}`);
  return bytes;
}

async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // A sentence of ours has a code of its own.
    const code = error instanceof InputError ? undefined : systemCode(error);
    if (code === undefined) throw error;
    throw new InputError(3, "unreadable-input", `${name} cannot be read: ${systemSentence(code)}`);
  }
}
