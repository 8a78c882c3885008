import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** Where a table comes from: the package, its version and the day of that version. */
export interface Source {
  readonly packageName: string;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly licence: string;
}

/** Reads name and version from an unpacked npm package; the date is given, since packages do not carry theirs. */
export function sourceOf(folder: string, date: string, licence: string): Source {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { name: string; version: string };
  return { packageName: manifest.name, version: manifest.version, date, licence };
}

/** Writes a table as a module with one compressed string: nothing is read from disk at run time, and nothing is unpacked until it is asked for. */
export function writePacked(file: string, table: string, source: Source, script: string): void {
  const packed = brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: table.length } });
  const header = `// Made by ${script} from ${source.packageName} ${source.version} (${source.licence}; notice in data/NOTICES.md). Do not edit.\n`;
  writeFileSync(file, `${header}export const date = "${source.date}";\nexport const packed =\n  "${packed.toString("base64")}";\n`);
  process.stdout.write(`${file}: ${table.length} characters, ${packed.length} bytes packed\n`);
}
