import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A resource type as the bindings of a Terraform provider declare it. */
export interface Declared {
  readonly type: string;
  /** The text of its declarations. */
  readonly text: string;
  /** The name of the interface that lists its arguments. */
  readonly config: string;
}

/** Every resource type of a package `@cdktf/provider-*` that was unpacked into a folder; data sources are left out. */
export function declaredTypes(folder: string): readonly Declared[] {
  return readdirSync(`${folder}/lib`)
    .map((module) => declaredIn(`${folder}/lib/${module}`))
    .filter((one) => one !== undefined);
}

function declaredIn(module: string): Declared | undefined {
  if (!existsSync(`${module}/index.d.ts`)) return undefined;
  const text = readFileSync(`${module}/index.d.ts`, "utf8");
  const type = /class \w+ extends cdktf\.TerraformResource \{\s+static readonly tfResourceType = "(\w+)"/.exec(
    text,
  )?.[1];
  const config = /interface (\w+) extends cdktf\.TerraformMetaArguments/.exec(text)?.[1];
  if (type === undefined) return undefined;
  if (config === undefined) throw new Error(`${type} has no arguments`);
  return { type, text: text + structsOf(`${module}/index-structs`), config };
}

/** The blocks of the largest types stand in files of their own. */
function structsOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const files = readdirSync(folder).filter((file) => file.endsWith(".d.ts"));
  return files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("");
}

/** The names of all arguments, at any depth; each stands in the link of its comment. */
export function argumentNames({ text }: Declared): ReadonlySet<string> {
  return new Set([...text.matchAll(/#(\w+) \w+#\1\}/g)].map(([, name = ""]) => name));
}
