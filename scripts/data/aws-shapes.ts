import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resourceTypes } from "#clouds/aws/resources/index.ts";

/**
 * Makes test/clouds/aws/resources/shapes.generated.json: the attributes and blocks of the AWS types in
 * data/terraform-identity-types.tsv and of all that the code understands beside them, so that the tables of the tests can
 * only hold inputs that the provider's schema allows. Blocks are followed where the list names something in them.
 * Names, types and flags are taken, no code.
 *
 *   npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-21.22.1.tgz
 *   node scripts/data/aws-shapes.ts package
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/data/aws-shapes.ts FOLDER-OF-THE-UNPACKED-PACKAGE");

/** `string required`, or a block: how it nests, whether it is computed, and what is in it where that was followed. */
type Shape = { [name: string]: string | { nesting: string; flags: string; inside?: Shape } };

function moduleOf(type: string): string {
  return type.slice("aws_".length).replaceAll("_", "-");
}

/** A later provider has types that the package does not know. */
function isInPackage(type: string): boolean {
  return existsSync(`${folder}/lib/${moduleOf(type)}/index.js`);
}

function sourceOf(module: string): string {
  const text = readFileSync(`${folder}/lib/${module}/index.js`, "utf8");
  const map = /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(text)?.[1];
  if (map === undefined) throw new Error(`${module} has no source`);
  const { sourcesContent } = JSON.parse(Buffer.from(map, "base64").toString()) as { sourcesContent: string[] };
  return sourcesContent[0] ?? "";
}

/** The text of each top-level class and of each function that tells how a struct is written. */
function partsOf(source: string): ReadonlyMap<string, string> {
  const parts = /^export (?:class|function) (\w+?)(?:ToHclTerraform)?(?: extends|\()[\s\S]*?^}/gm;
  return new Map([...source.matchAll(parts)].map(([text, name = ""]) => [kindOf(text, name), text]));
}

function kindOf(text: string, name: string): string {
  return text.startsWith("export class") ? name : text.includes("ToHclTerraform(") ? `${name}.table` : `${name}.other`;
}

function shapeOf(
  parts: ReadonlyMap<string, string>,
  name: string,
  table: string,
  wanted: ReadonlySet<string>,
  path = "",
): Shape {
  const shape: Shape = {};
  const members = (parts.get(name) ?? "").split(/^ {2}\/\/ (?=\w+ - computed: )/m).slice(1);
  for (const member of members) {
    const [, attribute = "", ...flags] =
      /^(\w+) - computed: (\w+), optional: (\w+), required: (\w+)/.exec(member) ?? [];
    const said = ["computed", "optional", "required"].filter((_, i) => flags[i] === "true").join(" ");
    const struct = /= new (\w+?)(?:MapList|List|Map|OutputReference)\(this, "/.exec(member)?.[1];
    const type = typeOf(table, attribute);
    if (struct === undefined) shape[attribute] = `${type ?? getterOf(member)} ${said}`;
    else {
      const inner = `${path}${attribute}.`;
      const isWanted = [...wanted].some((one) => one.startsWith("**.") || `${one}.`.startsWith(inner));
      const next = parts.get(`${struct.charAt(0).toLowerCase()}${struct.slice(1)}.table`) ?? "";
      const inside = isWanted ? shapeOf(parts, `${struct}OutputReference`, next, wanted, inner) : undefined;
      shape[attribute] = { nesting: type ?? "list", flags: said, ...(inside !== undefined && { inside }) };
    }
  }
  return shape;
}

/** The kind that the table of a struct gives: `list`, `struct`, or the scalar that it stores. */
function typeOf(table: string, attribute: string): string | undefined {
  const entry = new RegExp(
    `^\\s+${attribute}: \\{\\s+value: .*\\s+isBlock: \\w+,\\s+type: "(\\w+)",\\s+storageClassType: "(\\w+)"`,
    "m",
  );
  const [, type, stored] = entry.exec(table) ?? [];
  return type === "simple" ? stored : type;
}

function getterOf(member: string): string {
  const getter = /this\.get(\w+?)Attribute\(/.exec(member)?.[1];
  if (getter !== undefined) return getter === "NumberList" ? "list" : getter.toLowerCase();
  return /cdktf\.\w*Map\(/.test(member) ? "map" : "list";
}

const rows = readFileSync("data/terraform-identity-types.tsv", "utf8").trim().split("\n").slice(1);
const understood = [...resourceTypes.keys()].filter((type) => type.startsWith("aws_") && isInPackage(type));
const wanted = new Map(understood.map((type) => [type, new Set<string>()]));
for (const row of rows) {
  const [provider, type = "", , attributes = ""] = row.split("\t");
  if (provider !== "aws" || type.startsWith("data.")) continue;
  wanted.set(type, new Set([...(wanted.get(type) ?? []), ...attributes.split(",")]));
}

const lines = [...wanted]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([type, paths]) => {
    const module = type.slice("aws_".length).replaceAll("_", "-");
    if (!existsSync(`${folder}/lib/${module}/index.js`)) throw new Error(`the provider has no ${type}`);
    const parts = partsOf(sourceOf(module));
    const [name, text] = [...parts].find(([, part]) => part.includes("extends cdktf.TerraformResource")) ?? [];
    if (name === undefined || text === undefined) throw new Error(`no class for ${type}`);
    return `${JSON.stringify(type)}: ${JSON.stringify(shapeOf(parts, name, text, paths))}`;
  });
const head = `"//": "Made by scripts/data/aws-shapes.ts from the schema of the AWS provider 6.25.0 (MPL-2.0). Do not edit."`;
writeFileSync("test/clouds/aws/resources/shapes.generated.json", `{\n${[head, ...lines].join(",\n")}\n}\n`);
process.stdout.write(`${lines.length} types\n`);
