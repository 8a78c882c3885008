import { InputError } from "#model/input-error.ts";
import type { Report } from "#model/report.ts";
import { reporters } from "#reporters/index.ts";
import type { ReporterOptions } from "#reporters/reporter.ts";
import { tell } from "./errors.ts";
import type { Files, Io } from "./io.ts";
import { systemCode, systemSentence } from "./system-error.ts";

/** One `--output FORMAT=PATH`. */
export interface OutputFile {
  readonly format: string;
  readonly path: string;
}

/** A report on its way out. */
export interface Output {
  /** The report with lines and columns, for formats that show them. */
  readonly located: () => Promise<Report>;
  /** What goes to stdout. */
  readonly format: string;
  readonly files: readonly OutputFile[];
  readonly options: ReporterOptions;
}

/** Errors of a path that cannot be written to, rather than of a write that failed. */
const badPaths = new Set([
  "EACCES",
  "EPERM",
  "ENOENT",
  "ENOTDIR",
  "EISDIR",
  "EROFS",
  "ELOOP",
  "ENAMETOOLONG",
  "EEXIST",
]);

/** Refuses what would write over an input or twice over one file, before any work is done. */
export function checkOutputs(outputs: readonly OutputFile[], inputs: readonly string[], files: Files): void {
  const taken = new Set(inputs.filter((path) => path !== "-").map((path) => files.resolve(".", path)));
  for (const { path } of outputs) {
    const target = files.resolve(".", path);
    if (taken.has(target))
      throw new InputError(2, "output-taken", `--output ${path} would write over an input or another output`);
    taken.add(target);
  }
}

/** Writes a report to its files and to stdout, and gives the exit code: that of the report, or a higher one, since a report that was not written is not a pass. */
export async function writeReport(report: Report, output: Output, io: Io): Promise<number> {
  const render = renderer(report, output.located);
  let exitCode = report.summary.exitCode;
  for (const file of output.files) {
    exitCode = Math.max(
      exitCode,
      await writeFile(file, await render(file.format, { ...output.options, color: false, quiet: false }), io),
    );
  }
  return Math.max(exitCode, await writeStdout(await render(output.format, output.options), io));
}

function renderer(report: Report, locate: Output["located"]) {
  let located: Promise<Report> | undefined;
  return async (format: string, options: ReporterOptions): Promise<string> => {
    const load = reporters.get(format);
    if (load === undefined) throw new Error(`no reporter for ${format}`);
    const reporter = await load();
    if (reporter.showsLines === true) located ??= locate();
    return reporter.render((reporter.showsLines === true ? await located : undefined) ?? report, options);
  };
}

async function writeFile({ path }: OutputFile, text: string, io: Io): Promise<number> {
  try {
    await io.files.write(path, text);
    return 0;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    await tell(
      io,
      `the report cannot be written to ${path}: ${code === "ENOENT" ? "its folder does not exist" : systemSentence(code)}`,
    );
    return badPaths.has(code) ? 2 : 4;
  }
}

/** Writes to stdout; 4 when that fails. A reader that has seen enough (`| head`) is no failure. */
export async function writeStdout(text: string, io: Io): Promise<number> {
  try {
    await io.stdout.write(text);
    return 0;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EPIPE") return 0;
    if (code === undefined) throw error;
    await tell(io, `standard output cannot be written: ${systemSentence(code)}`);
    return 4;
  }
}
