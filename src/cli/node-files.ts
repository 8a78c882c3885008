import { randomUUID } from "node:crypto";
import { renameSync, rmSync, type Stats, writeFileSync } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { FileKind, Files } from "./io.ts";

/** The file system of this machine, seen from a working folder. */
export function nodeFiles(cwd: string): Files {
  const full = (path: string): string => resolve(cwd, path);
  const shown = (path: string): string => (relative(cwd, path) || ".").replaceAll("\\", "/");
  return {
    kind: (path) => kindOf(full(path)),
    list: async (folder) => (await readdir(full(folder))).sort(),
    read: (path, most) => readWhole(full(path), most),
    write: (path, text) => writeWhole(full(path), text),
    resolve: (from, to) => shown(resolve(cwd, from, to)),
    above: (path) => shown(dirname(full(path))),
  };
}

async function kindOf(path: string): Promise<FileKind> {
  const stats = await statOf(path);
  if (stats === undefined) return "missing";
  return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}

async function readWhole(path: string, most: number | undefined): Promise<Uint8Array> {
  const file = await open(path);
  try {
    if (most !== undefined && (await file.stat()).size > most) {
      throw Object.assign(new Error(`more than ${most} bytes`), { code: "EFBIG" });
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Writes beside the file and renames. What is no regular file (a device, a pipe) is written in place. */
async function writeWhole(path: string, text: string): Promise<void> {
  const stats = await statOf(path);
  if (stats !== undefined && !stats.isFile()) return writeFileSync(path, text);
  const target = stats === undefined ? path : await realpath(path);
  await uninterrupted(() => replaceFile(target, text));
}

function replaceFile(target: string, text: string): void {
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Lets an interrupt wait for the end of `work`; everywhere else it ends the process at once. */
async function uninterrupted(work: () => void): Promise<void> {
  let interrupted = false;
  const hold = (): void => {
    interrupted = true;
  };
  process.on("SIGINT", hold);
  try {
    work();
    // Signals are delivered between the turns of the event loop.
    await setImmediate();
  } finally {
    process.off("SIGINT", hold);
  }
  if (interrupted) process.exit(130);
}
