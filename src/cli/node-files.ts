import {
  closeSync,
  fstatSync,
  openSync,
  read,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { FileKind, Files } from "./io.ts";

/**
 * The file system of this machine, seen from a working folder. While a file is read the program is loaded; for everything else it waits, which is quicker than
 * the promises of Node.js, since those take some milliseconds to load.
 */
export function nodeFiles(cwd: string): Files {
  const full = (path: string): string => resolve(cwd, path);
  const shown = (path: string): string => (relative(cwd, path) || ".").replaceAll("\\", "/");
  return {
    kind: async (path) => kindOf(full(path)),
    list: async (folder) => readdirSync(full(folder)).sort(),
    read: (path, most) => readWhole(full(path), most),
    write: (path, text) => writeWhole(full(path), text),
    resolve: (from, to) => shown(resolve(cwd, from, to)),
    real: async (path) => realpathSync.native(full(path)).replaceAll("\\", "/"),
    above: (path) => shown(dirname(full(path))),
  };
}

function kindOf(path: string): FileKind {
  const stats = statOf(path);
  if (stats === undefined) return "missing";
  return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}

async function readWhole(path: string, most: number | undefined): Promise<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const stats = fstatSync(file);
    if (most !== undefined && stats.size > most) {
      throw Object.assign(new Error(`more than ${most} bytes`), { code: "EFBIG" });
    }
    return (stats.isFile() && (await readAtOnce(file, stats.size))) || readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Linux reads two gigabytes at once, and no more. */
const mostAtOnce = 1 << 30;

/** Smaller files are there before another thread would have begun to read: an assembly has thousands of them. */
const worthAThread = 1 << 20;

/** All bytes of a regular file, read beside the event loop; undefined when that is not worth it, or they do not come in one piece. */
async function readAtOnce(file: number, size: number): Promise<Uint8Array | undefined> {
  if (size < worthAThread || size > mostAtOnce) return undefined;
  const bytes = Buffer.allocUnsafeSlow(size);
  const length = await new Promise<number>((done, failed) => {
    read(file, bytes, 0, size, 0, (error, count) => (error === null ? done(count) : failed(error)));
  });
  return length === size ? bytes : undefined;
}

/** Writes beside the file and renames. What is no regular file (a device, a pipe) is written in place. */
async function writeWhole(path: string, text: string): Promise<void> {
  const stats = statOf(path);
  if (stats !== undefined && !stats.isFile()) return writeFileSync(path, text);
  const target = stats === undefined ? path : realpathSync(path);
  await uninterrupted(() => replaceFile(target, text));
}

function replaceFile(target: string, text: string): void {
  const beside = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
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
    await new Promise<void>((done) => {
      setImmediate(done);
    });
  } finally {
    process.off("SIGINT", hold);
  }
  if (interrupted) process.exit(130);
}
