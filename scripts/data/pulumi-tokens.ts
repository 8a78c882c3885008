import { readFileSync } from "node:fs";
import { plainType } from "#frontends/pulumi/names.ts";
import { byUnits, writePacked } from "./pack.ts";

/**
 * Makes src/frontends/pulumi/data/tokens.generated.ts from data/pulumi-tokens.tsv: a line for each token whose type, or
 * a property of it, the rules of the bridge do not tell, `token<TAB>type<TAB>path=name;…`. And from
 * data/cloudformation-types.tsv the names that aws-native spells otherwise: services, and types with capitals in a row.
 *
 *   node scripts/data/pulumi-tokens.ts 2026-08-21
 */
const script = "scripts/data/pulumi-tokens.ts";
const [date] = process.argv.slice(2);
if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`usage: node ${script} YYYY-MM-DD`);

function rowsOf(file: string): readonly (readonly string[])[] {
  const [, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  return rows.map((row) => row.split("\t"));
}

const bridged = rowsOf("data/pulumi-tokens.tsv").flatMap(([token = "", type = "", renamed = ""]) =>
  plainType(token) === type && renamed === "" ? [] : [`${token}\t${type}\t${renamed}`],
);

const native = new Set<string>();
for (const [type = ""] of rowsOf("data/cloudformation-types.tsv")) {
  const [vendor, service = "", name = ""] = type.split("::");
  if (vendor !== "AWS") continue;
  native.add(service);
  if (/[A-Z]{2}/.test(name)) native.add(`${service}::${name}`);
}

const source = {
  origin: "data/pulumi-tokens.tsv and data/cloudformation-types.tsv",
  date,
  licence: "Apache-2.0, of which only names of types and properties are used",
};
const table = `${bridged.sort(byUnits).join("\n")}\n\n${[...native].sort(byUnits).join("\n")}`;
writePacked("src/frontends/pulumi/data/tokens.generated.ts", table, source, script);
