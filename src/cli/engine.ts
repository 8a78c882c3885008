import type { Files, Input } from "#frontends/frontend.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import type { Rule } from "#rules/rule.ts";
import type { CheckOptions, LinkOptions } from "../check.ts";

/** What the commands call to do the work. */
export interface Engine {
  readonly version: string;
  /** Loads what judging takes: worth doing while inputs are read. */
  load(): Promise<void>;
  rules(): Promise<readonly Rule[]>;
  /** The inputs that a folder holds; undefined where it holds none that can be judged. */
  inputsIn(folder: string, files: Files): Promise<readonly Input[] | undefined>;
  /** An input with the files beside it that it names. */
  withBeside(input: Input, files: Files): Promise<Input>;
  check(inputs: readonly Input[], options: CheckOptions): Promise<Report>;
  /** The report with lines and columns of what it points to. */
  locate(report: Report, inputs: readonly Input[]): Promise<Report>;
  graph(inputs: readonly Input[], options: LinkOptions, moment: "before" | "after"): Promise<GraphDocument>;
}
