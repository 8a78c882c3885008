import { join } from "node:path";
import type { ChunkingContext, CodeSplittingGroup } from "rolldown";
import { root } from "./folders.ts";

/** What every check needs: the library is `check`, help needs `command` alone. Each file that is opened costs a fifth of a millisecond. */
const roots = {
  check: ["check.ts", "rules/index.generated.ts", "ruleset/default.ts"],
  command: ["cli/main.ts", "cli/commands/check.ts", "reporters/text.ts"],
};

/** Which modules go into which of these chunks. What no check needs is left to the bundler. */
export function chunkGroups(): CodeSplittingGroup[] {
  const [check, command] = [reacher(roots.check), reacher(roots.command)];
  return [
    group("shared", (id, modules) => check(id, modules) && command(id, modules), 2),
    group("check", check, 1),
    group("command", command, 1),
  ];
}

type Test = (id: string, modules: ChunkingContext) => boolean;

/** A higher priority takes its modules first; a group takes what its modules load along. */
function group(debugName: string, test: Test, priority: number): CodeSplittingGroup {
  return { debugName, name: (id, modules) => (test(id, modules) ? debugName : null), priority };
}

function reacher(paths: readonly string[]): Test {
  let reached: ReadonlySet<string> | undefined;
  return (id, modules) => {
    reached ??= reachedFrom(paths, modules);
    return reached.has(id);
  };
}

/** All that some modules load at once, with what that loads. */
function reachedFrom(paths: readonly string[], modules: ChunkingContext): ReadonlySet<string> {
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
