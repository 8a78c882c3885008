import { readFileSync } from "node:fs";
import { declaredTypes } from "./bindings.ts";
import { byUnits, folderAndDate, type Source, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/types-without-identity.generated.ts: the resource types of the AWS provider that
 * data/terraform-identity-types.tsv does not list, so that silence about them is a fact. Data sources are left out: a
 * later provider may have a resource of the same name. The package is the last of its line; the day is the one on
 * which, as its README says, the bindings ended.
 *
 *   npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-21.22.1.tgz
 *   node scripts/data/types-without-identity.ts package 2025-12-10
 */
const script = "scripts/data/types-without-identity.ts";
const [folder, date] = folderAndDate(script);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly cdktf: { readonly provider: { readonly version: string } };
}

const manifest = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Manifest;
const { version } = manifest.cdktf.provider;
const rows = readFileSync("data/terraform-identity-types.tsv", "utf8").split("\n");
const listed = new Set(rows.map((row) => row.split("\t")[1]));

const table = declaredTypes(folder)
  .map(({ type }) => type)
  .filter((type) => !listed.has(type))
  .map((type) => type.replace(/^aws_/, ""))
  .sort(byUnits)
  .join(" ");
const source: Source = {
  origin: `the schema of the AWS provider ${version} in ${manifest.name} ${manifest.version}`,
  date,
  licence: "MPL-2.0, of which only the names of types are used",
};
writePacked("src/clouds/aws/data/types-without-identity.generated.ts", table, source, script, {
  providerVersion: version,
});
