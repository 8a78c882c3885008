import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { root } from "./folders.ts";

/**
 * The types of the library: the declarations that `index.d.ts` leads to, by path inside `dist/`.
 * Subpath imports (`#model/…`) are the repository's own and become relative; `.ts` becomes `.js`, as consumers resolve it.
 */
export function declarations(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-types-"));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json"), "--outDir", folder], {
      stdio: "inherit",
    });
    return reachable((path) => readFileSync(join(folder, path), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `import … from "x"`, `export … from "x"` at the start of a line, so not in the example of a comment; `import("x")`. */
const specifiers = /(^(?:import|export) (?:type )?(?:\{[^}]*\}|\*(?: as \w+)?) from |\bimport\()"([^"]+)"/gm;

function reachable(read: (path: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = ["index.d.ts"];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const from = posix.dirname(path);
    const text = read(path).replace(specifiers, (_, before: string, specifier: string) => {
      const target = targetOf(specifier, from);
      waiting.push(target.replace(/\.ts$/, ".d.ts"));
      return `${before}"${relativeTo(from, target).replace(/\.ts$/, ".js")}"`;
    });
    found.set(path, text);
  }
  return found;
}

/** The source file that an import means, relative to `src/`. A package is refused: whoever installs rolecall does not get it. */
function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(from, specifier);
  throw new Error(`the published types would need ${specifier}`);
}

function relativeTo(folder: string, target: string): string {
  const path = posix.relative(folder, target);
  return path.startsWith(".") ? path : `./${path}`;
}
