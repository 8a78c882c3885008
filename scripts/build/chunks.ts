import { join } from "node:path";
import { type CodeSplittingNameFunction, RUNTIME_MODULE_ID } from "rolldown";
import { root } from "./folders.ts";

type Modules = Parameters<CodeSplittingNameFunction>[1];

/** What every check needs, by the chunk that it goes to: the library is `check` alone. Each file that is opened costs a fifth of a millisecond. */
const roots: Readonly<Record<string, readonly string[]>> = {
  check: ["check.ts", "rules/index.generated.ts", "ruleset/default.ts"],
  command: ["cli/main.ts", "cli/node-engine.ts", "cli/program.ts", "cli/commands/check.ts", "reporters/text.ts"],
};

/** Tells the chunk of a module: of several the first, and what the bundler adds goes there too. What no check needs is left to the bundler. */
export function chunkNames(): CodeSplittingNameFunction {
  let reached: readonly (readonly [string, ReadonlySet<string>])[] | undefined;
  return (id, modules) => {
    reached ??= Object.entries(roots).map(([chunk, paths]) => [chunk, reachedFrom(paths, modules)] as const);
    return id === RUNTIME_MODULE_ID ? "check" : (reached.find(([, ids]) => ids.has(id))?.[0] ?? null);
  };
}

/** All that some modules load at once, with what that loads. */
function reachedFrom(paths: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = paths.map((path) => join(root, "src", path));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const info = modules.getModuleInfo(id);
    if (info === null) throw new Error(`${id} is in no bundle`);
    found.add(id);
    waiting.push(...info.importedIds);
  }
  return found;
}
