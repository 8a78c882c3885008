import { readFileSync, writeFileSync } from "node:fs";
import { type Declared, declaredTypes } from "./bindings.ts";
import { byUnits } from "./pack.ts";

/**
 * Makes data/aws-schema.tsv: the arguments of every AWS type in data/terraform-identity-types.tsv, so that tests can
 * tell whether a path of an attribute exists, and write a resource that has it. A line is
 * `type<TAB>argument,argument,…`; a block has its own arguments in braces, a block that may stand more than once in
 * brackets, a list ends in `*`, a map in `%`, a number in `#`, a truth value in `?`. A block that holds itself ends in `^`.
 *
 *   npm pack @cdktf/provider-aws@21.22.1 && tar xzf cdktf-provider-aws-21.22.1.tgz
 *   node scripts/data/aws-schema.ts package
 */
const file = "data/aws-schema.tsv";
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/data/aws-schema.ts FOLDER");

const rows = readFileSync("data/terraform-identity-types.tsv", "utf8").split("\n");
const listed = new Set(rows.map((row) => row.split("\t")[1]));
const lines = declaredTypes(folder)
  .filter(({ type }) => listed.has(type))
  .map((declared) => `${declared.type}\t${argumentsOf(declared)}`)
  .sort(byUnits);
writeFileSync(file, `${lines.join("\n")}\n`);
process.stdout.write(`${file}: ${lines.length} types\n`);

type Blocks = ReadonlyMap<string, readonly (readonly [name: string, type: string])[]>;

function argumentsOf({ text, config }: Declared): string {
  return blockOf(config, blocksIn(text), [config]);
}

/** Every interface of the declarations, with the arguments' own names, which stand in a link of their comments. */
function blocksIn(text: string): Blocks {
  const interfaces = text.matchAll(/export interface (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)\n\}/g);
  const property = /#\w+ \w+#(\w+)\}(?:(?!\*\/)[\s\S])*\*\/\s+readonly \w+\??: (\{\s*\[key: string\][^}]*\}|[^;{]+)/g;
  return new Map(
    [...interfaces].map(([, name = "", body = ""]) => [
      name,
      [...body.matchAll(property)].map(([, argument = "", type = ""]) => [argument, type.replaceAll(/\s+/g, " ")]),
    ]),
  );
}

function blockOf(name: string, blocks: Blocks, around: readonly string[]): string {
  const own = blocks.get(name);
  if (own === undefined) throw new Error(`no block ${name}`);
  return own.map(([argument, type]) => argument + shapeOf(type, blocks, around)).join(",");
}

function shapeOf(type: string, blocks: Blocks, around: readonly string[]): string {
  const block = type.match(/\w+/g)?.find((word) => blocks.has(word));
  if (block === undefined) return scalar(type);
  if (around.includes(block)) return "^";
  const inner = blockOf(block, blocks, [...around, block]);
  return type.includes("[]") ? `[${inner}]` : `{${inner}}`;
}

function scalar(type: string): string {
  if (type.startsWith("{")) return "%";
  if (type.includes("[]")) return "*";
  if (type === "number") return "#";
  return type.startsWith("boolean") ? "?" : "";
}
