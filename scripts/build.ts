/**
 * Builds what the package holds into `dist/`: the program, the library with its types, and the notices of what is bundled.
 * Files are written over, then leftovers removed, so that two builds at a time do not disturb each other.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle } from "./build/bundle.ts";
import { declarations } from "./build/declarations.ts";
import { dist, root } from "./build/folders.ts";
import { notices } from "./build/notices.ts";

const { files, packages } = await bundle();
const all = new Map([...files, ...declarations(), ["NOTICES.md", notices(packages)]]);

for (const [path, text] of all) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !all.has(path.slice(dist.length + 1).replaceAll("\\", "/"))) rmSync(path);
}
const size = [...all.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
// Not on stdout: that of `npm pack` is the name of the tarball.
console.error(
  `${dist.slice(root.length)}: ${all.size} files, ${Math.round(size / 1000)} kB; bundled: ${packages.join(", ")}`,
);
