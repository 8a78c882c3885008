import type { CodeSplittingGroup, OutputChunk, Plugin } from "rolldown";
import { minify } from "rolldown/utils";

/** The package that a file belongs to: `zod`, `@scope/name`. */
export function packageOf(path: string): string | undefined {
  return /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replace("\\", "/");
}

/** Packages that weigh enough for a chunk of their own. */
const heavy = new Set(["commander", "js-yaml", "yaml", "zod"]);

export const packageChunks: CodeSplittingGroup = {
  debugName: "packages",
  name: (id) => {
    const name = packageOf(id);
    return name !== undefined && heavy.has(name) ? name : null;
  },
  priority: 3,
};

/** The code of a chunk: minified where it is of packages alone, since who wants to read it has it from its makers. */
export async function finished({ fileName, code: source, moduleIds }: OutputChunk): Promise<string> {
  if (!moduleIds.every((id) => id.startsWith("\0") || packageOf(id) !== undefined)) return source;
  const { code, errors } = await minify(fileName, source, { module: true, compress: true, mangle: true });
  if (errors.length > 0) throw new Error(`${fileName}: ${errors.map(({ message }) => message).join(", ")}`);
  return code;
}

/** Zod's messages in fifty languages are a third of what a ruleset loads, and are never asked for. */
export const englishOnly: Plugin = {
  name: "english-only",
  load: {
    filter: { id: /node_modules.zod.v4.locales.index\.js$/ },
    handler: () => 'export { default as en } from "./en.js";',
  },
};
