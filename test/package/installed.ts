import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The package as somebody gets it: packed, and installed without a network into a folder that had nothing. */
export interface Installed {
  /** The folder that it was installed into. */
  readonly folder: string;
  /** Size of the tarball in bytes. */
  readonly size: number;
  /** Where it lies: `node_modules/rolecall`. */
  readonly home: string;
  readonly command: string;
  remove(): void;
}

export function install(): Installed {
  const base = mkdtempSync(join(tmpdir(), "rolecall-package-"));
  const folder = join(base, "empty");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  npm(["pack", "--silent", "--pack-destination", base], root);
  const [tarball] = readdirSync(base).filter((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  npm(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(base, tarball)], folder);
  return {
    folder,
    size: statSync(join(base, tarball)).size,
    home: join(folder, "node_modules/rolecall"),
    command: join(folder, "node_modules/.bin/rolecall"),
    remove: () => rmSync(base, { recursive: true }),
  };
}

/** The Node.js of this test first, and nothing that the npm which runs the tests tells its children. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return { ...Object.fromEntries(own), PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
}

function npm(args: readonly string[], cwd: string): void {
  execFileSync("npm", args, { cwd, env: environment(), stdio: ["ignore", "ignore", "inherit"] });
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end; `meddle` is given the process while it runs. */
export function run(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd"> = {},
  meddle: (child: ReturnType<typeof start>) => void = (child) => child.stdin.end(),
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = start(command, args, options);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", failed);
    child.on("close", (code, signal) => done({ code, signal, out, err }));
    meddle(child);
  });
}

function start(command: string, args: readonly string[], { cwd }: Pick<SpawnOptions, "cwd">) {
  return spawn(command, args, { cwd, env: environment(), stdio: "pipe" });
}

/** A file of the repository: its path, and its bytes. */
export function fixture(path: string): { readonly path: string; readonly bytes: Buffer } {
  const whole = join(root, "fixtures", path);
  return { path: whole, bytes: readFileSync(whole) };
}

export function repository(path: string): string {
  return join(root, path);
}
