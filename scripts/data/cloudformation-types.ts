import { readFileSync } from "node:fs";
import { byUnits, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/cloudformation-types.generated.ts from data/cloudformation-types.tsv: a line for each set of
 * kinds, `kind kind …<TAB>type type …`, with `-` for the types that say nothing about access. The day is that of the
 * specification that the list was made from: see data/README.md.
 *
 *   node scripts/data/cloudformation-types.ts 2026-09-29
 */
const script = "scripts/data/cloudformation-types.ts";
const [date] = process.argv.slice(2);
if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`usage: node ${script} YYYY-MM-DD`);

const [, ...rows] = readFileSync("data/cloudformation-types.tsv", "utf8").trim().split("\n");
const groups = new Map<string, string[]>();
for (const row of rows) {
  const [type, kinds] = row.split("\t");
  const name = type?.startsWith("AWS::") === true ? type.slice("AWS::".length) : undefined;
  if (name === undefined || kinds === undefined) throw new Error(`not a row: ${row}`);
  groups.set(kinds, [...(groups.get(kinds) ?? []), name]);
}
const table = [...groups].map(([kinds, types]) => `${kinds}\t${types.sort(byUnits).join(" ")}`).sort(byUnits);
const source = {
  origin: "data/cloudformation-types.tsv",
  date,
  licence: "Apache-2.0, of which only the names of types are used",
};
writePacked("src/clouds/aws/data/cloudformation-types.generated.ts", table.join("\n"), source, script);
