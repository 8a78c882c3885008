import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OutputChunk, rolldown } from "rolldown";
import { builtins } from "./builtins.ts";
import { chunkGroups } from "./chunks.ts";
import { root } from "./folders.ts";
import { englishOnly, finished, packageChunks, packageOf } from "./third-party.ts";

export interface Bundle {
  /** Text by path inside `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of the packages whose code is inside, sorted. */
  readonly packages: readonly string[];
}

/**
 * The program (`cli.js`) and the library (`index.js`) as ESM. What the source imports lazily becomes a chunk that is loaded when it is needed.
 * It is minified but for the names of functions, which stack traces show: whoever wants to read it has the repository.
 */
export async function bundle(): Promise<Bundle> {
  const build = await rolldown({
    cwd: root,
    input: { cli: "src/cli/start.ts", index: "src/index.ts" },
    platform: "node",
    tsconfig: false,
    // The build of `yaml` for browsers is ESM; the one for Node.js is CommonJS, which would need `require` in the bundle. That of `jsonpath-plus` for Node.js
    // brings `node:vm` along, which nobody here may run; it is taken minified, as its makers publish it, since most of it is an evaluator that is never asked.
    resolve: {
      alias: {
        yaml: join(root, "node_modules/yaml/browser/index.js"),
        "jsonpath-plus": join(root, "node_modules/jsonpath-plus/dist/index-browser-esm.min.js"),
      },
    },
    plugins: [builtins, englishOnly],
    transform: { target: "node22.12", define: { ROLECALL_VERSION: JSON.stringify(version()) } },
    // Two commands import what another loads lazily: that is meant.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await build.generate({
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: { groups: [packageChunks, ...chunkGroups()] },
    minify: { compress: true, mangle: { toplevel: false, keepNames: true }, codegen: { removeWhitespace: true } },
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  const chunks = output.filter((one) => one.type === "chunk");
  const texts = chunks.map(async (chunk) => [chunk.fileName, escaped(await finished(chunk))] as const);
  return { files: new Map(await Promise.all(texts)), packages: packagesIn(chunks) };
}

/** In ASCII alone: one other letter makes V8 keep a file in two bytes a letter, and a check some milliseconds longer. */
function escaped(code: string): string {
  if (/\braw`[^`]*[^\p{ASCII}]/u.test(code)) throw new Error("a template that is read raw can hold no escapes");
  return code.replace(/[^\p{ASCII}]/gu, (letter) =>
    Array.from({ length: letter.length }, (_, i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, "0")}`).join(
      "",
    ),
  );
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}

/** The packages of which a single byte arrives in an output. */
function packagesIn(chunks: readonly OutputChunk[]): readonly string[] {
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const names = modules
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([path]) => packageOf(path))
    .filter((name) => name !== undefined);
  return [...new Set(names.flatMap((name) => [name, ...(carried.get(name) ?? [])]))].sort();
}

/** Packages whose code stands inside of another's file. */
const carried: ReadonlyMap<string, readonly string[]> = new Map([
  ["jsonpath-plus", ["jsep", "@jsep-plugin/assignment", "@jsep-plugin/regex"]],
]);
