import { readdirSync, readFileSync, existsSync } from "node:fs";
import { sourceOf, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/types-without-identity.generated.ts: the resource and data source types of the AWS provider that data/terraform-identity-types.tsv
 * does not list, so that silence about them is a fact.
 *
 *   npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-21.22.1.tgz
 *   node scripts/data/types-without-identity.ts package 2025-12-10
 */
const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined) throw new Error("usage: node scripts/data/types-without-identity.ts FOLDER-OF-THE-UNPACKED-PACKAGE YYYY-MM-DD");

const listed = new Set(readFileSync("data/terraform-identity-types.tsv", "utf8").split("\n").map((row) => row.split("\t")[1]));
const types = new Set<string>();
for (const name of readdirSync(`${folder}/lib`)) {
  const file = `${folder}/lib/${name}/index.d.ts`;
  if (!existsSync(file)) continue;
  const match = /class \w+ extends cdktf\.Terraform(Resource|DataSource) \{\s+static readonly tfResourceType = "(\w+)"/.exec(readFileSync(file, "utf8"));
  if (match?.[1] !== undefined && match[2] !== undefined && !listed.has(match[2]) && !listed.has(`data.${match[2]}`)) types.add(match[2]);
}
const table = [...types].map((type) => type.replace(/^aws_/, "")).sort().join(" ");
writePacked("src/clouds/aws/data/types-without-identity.generated.ts", table, sourceOf(folder, date, "MPL-2.0, names only"), "scripts/data/types-without-identity.ts");
