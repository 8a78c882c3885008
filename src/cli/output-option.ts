import { InvalidArgumentError } from "commander";
import type { OutputFile } from "./output.ts";
import { oneOf } from "./words.ts";

/** A parser of `--output FORMAT=PATH` that adds each one to those before. */
export function outputs(
  formats: readonly string[],
): (given: string, before?: readonly OutputFile[]) => readonly OutputFile[] {
  const format = oneOf(formats);
  return (given, before) => {
    const [, name, path] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
    if (name === undefined || path === undefined || path === "")
      throw new InvalidArgumentError("Write it as FORMAT=PATH, json=report.json.");
    if (path === "-") throw new InvalidArgumentError("For standard output there is --format.");
    return [...(before ?? []), { format: format(name), path }];
  };
}
