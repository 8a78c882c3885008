import { readFileSync } from "node:fs";
import { looksLikeIdentity } from "../../src/clouds/aws/data/types-without-identity.ts";
import { argumentNames, declaredTypes } from "./bindings.ts";
import { harmless } from "./harmless.ts";
import { byUnits, folderAndDate, type Source, writePacked } from "./pack.ts";

/**
 * Makes src/clouds/aws/data/types-without-identity.generated.ts: the resource types of the AWS provider that
 * data/terraform-identity-types.tsv does not list, so that silence about them is a fact. It stops at a type whose
 * arguments speak of access and that nobody has looked at: see harmless.ts. Data sources are left out: a
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

const others = declaredTypes(folder).filter(({ type }) => !listed.has(type));
const isHarmless = ({ type }: { readonly type: string }) => harmless.has(type.replace(/^aws_/, ""));

const telling = others.filter((one) => !isHarmless(one) && looksLikeIdentity(argumentNames(one)));
if (telling.length > 0) throw new Error(`look at these: ${telling.map(({ type }) => type).join(", ")}`);
const idle = [...harmless].filter((name) => !others.some(({ type }) => type === `aws_${name}`));
if (idle.length > 0) throw new Error(`these are not in the package, or listed: ${idle.join(", ")}`);

const table = others
  .map(({ type }) => type.replace(/^aws_/, ""))
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
