import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Makes src/frontends/json/pass.generated.ts of src/frontends/json/pass.as. The compiler is too big to install for two kilobytes that hardly ever change:
 *
 *   npm install --prefix SOMEWHERE assemblyscript@0.28.20
 *   node scripts/data/json-pass.ts SOMEWHERE/node_modules/assemblyscript
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/data/json-pass.ts FOLDER-OF-ASSEMBLYSCRIPT");

interface Compiler {
  compileString(
    source: string,
    options: object,
  ): Promise<{ binary?: Uint8Array | null; stderr: { toString(): string } }>;
}

const json = fileURLToPath(new URL("../../src/frontends/json/", import.meta.url));
const source = readFileSync(join(json, "pass.as"), "utf8");
const { default: asc } = (await import(pathToFileURL(join(folder, "dist/asc.js")).href)) as { default: Compiler };
const { binary, stderr } = await asc.compileString(source, {
  optimizeLevel: 3,
  converge: true,
  noAssert: true,
  runtime: "stub",
  enable: ["simd"],
  initialMemory: 17,
  maximumMemory: 17,
});
if (!binary) throw new Error(stderr.toString());

const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
const text = `// Made by scripts/data/json-pass.ts: pass.as, compiled by AssemblyScript ${version}.
/** The SHA-256 of the source. */
export const source = "${createHash("sha256").update(source).digest("hex")}";
/** WebAssembly in base64. */
export const binary =
  "${Buffer.from(binary).toString("base64")}";
`;
writeFileSync(join(json, "pass.generated.ts"), text);
console.log(`${binary.length} bytes`);
