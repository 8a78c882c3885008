import type { Plugin } from "rolldown";

/** Functions that few runs call, of modules that take milliseconds to load: they load theirs when they are called. */
const lazy: ReadonlyMap<string, readonly string[]> = new Map([
  ["node:child_process", ["spawn"]],
  ["node:crypto", ["createHash"]],
  ["node:util", ["stripVTControlCharacters"]],
  ["node:zlib", ["brotliDecompressSync"]],
]);

/**
 * Modules of Node.js by the quick way in. An `import` of one reads all that it exports, and with that loads what the getters among it stand for: streams,
 * promises of files, workers. https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export const builtins: Plugin = {
  name: "builtins",
  resolveId: {
    filter: { id: /^node:/ },
    handler: (id) => ({ id: `${mark}${id}`, moduleSideEffects: false }),
  },
  load: {
    filter: { id: /^\0node:/ },
    handler: (id) => ({ code: contentsOf(id.slice(mark.length)), moduleType: "js" }),
  },
};

/** What bundlers put before ids that are no files. */
const mark = "\0";

function contentsOf(path: string): string {
  if (path === "node:process") return "export default globalThis.process;";
  const module = `process.getBuiltinModule(${JSON.stringify(path)})`;
  const functions = lazy.get(path);
  if (functions === undefined) return `module.exports = ${module};`;
  const wrappers = functions.map((name) => `export const ${name} = (...given) => ${module}.${name}(...given);`);
  return [...wrappers, `export default { ${functions.join(", ")} };`].join("\n");
}
