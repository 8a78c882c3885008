import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.ts";

/** Licences under which code may be bundled. */
const allowed = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);

/** The notices that the licences of bundled packages and of data ask for. */
export function notices(packages: readonly string[]): string {
  const data = readFileSync(join(root, "data/NOTICES.md"), "utf8");
  return `${[head, ...packages.map(noticeOf), data.trim()].join("\n\n")}\n`;
}

const head = `# Notices of bundled packages

The code of these packages is part of the files in this folder.`;

function noticeOf(name: string): string {
  const folder = join(root, "node_modules", name);
  const { license, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  if (license === undefined || !allowed.has(license))
    throw new Error(`${name} is under ${license}: it may not be bundled`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
