import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Metafile } from "esbuild";
import { builtins } from "./builtins.ts";
import { dist, root } from "./folders.ts";
import { target, thirdParty } from "./third-party.ts";

export interface Bundle {
  /** Text by path inside `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of the packages whose code is inside, sorted. */
  readonly packages: readonly string[];
}

/**
 * The program (`cli.js`) and the library (`index.js`) as ESM. What the source imports lazily becomes a chunk that is loaded when it is needed.
 * Of the project's own code only spaces are left out: a stack trace names its functions, and a formatter makes it readable for whoever audits the package.
 */
export async function bundle(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: "src/cli/start.ts", index: "src/index.ts" },
    outdir: dist,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target,
    minifyWhitespace: true,
    // Node.js shows the whole line when an error ends a program that uses the library.
    lineLimit: 1000,
    // The build of `yaml` for browsers is ESM; the one for Node.js is CommonJS, which would need `require` in the bundle. That of `jsonpath-plus` for Node.js
    // brings `node:vm` along, which nobody here may run; it is taken minified, as its makers publish it, since most of it is an evaluator that is never asked.
    alias: {
      yaml: join(root, "node_modules/yaml/browser/index.js"),
      "jsonpath-plus": join(root, "node_modules/jsonpath-plus/dist/index-browser-esm.min.js"),
    },
    plugins: [builtins, thirdParty],
    define: { ROLECALL_VERSION: JSON.stringify(version()) },
    legalComments: "inline",
    charset: "utf8",
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  const files = outputFiles.map(({ path, text }) => [relative(dist, path).replaceAll("\\", "/"), text] as const);
  return { files: new Map(files), packages: packagesIn(metafile) };
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}

/** The packages of which a single byte arrives in an output. */
function packagesIn({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const names = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names.flatMap((name) => [name, ...(carried.get(name) ?? [])]))].sort();
}

/** Packages whose code stands inside of another's file. */
const carried: ReadonlyMap<string, readonly string[]> = new Map([
  ["jsonpath-plus", ["jsep", "@jsep-plugin/assignment", "@jsep-plugin/regex"]],
]);
