import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The list of a cloud's resource types as a module: every file of the folder that gives some. */
export function generateResourceList(folder: string): string {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && /^export default /m.test(readFileSync(join(folder, file), "utf8")))
    .sort();
  const name = (file: string) =>
    file.slice(0, -".ts".length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `// Made from the files in this folder by \`npm run generate\`. Do not edit.
${files.map((file) => `import ${name(file)} from "./${file}";`).join("\n")}
import type { ResourceType } from "./resource-type.ts";

/** Every resource type that is understood. */
export const types: readonly ResourceType[] = [
${files.map((file) => `  ...${name(file)},`).join("\n")}
];
`;
}
