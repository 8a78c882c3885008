import type { Report, ReportInput } from "#model/report.ts";
import { printable } from "../printable.ts";
import { count, type Paint } from "./paint.ts";

/** What was read, in one line; with several inputs, a line for each. */
export function showHeader(report: Report, paint: Paint): readonly string[] {
  const [only] = report.inputs;
  const tool = `${paint("bold", "rolecall")} ${printable(report.tool.version)}`;
  const identities = count(report.summary.identities, "identity", "identities");
  const tail = [identities, ...environments(report)];
  if (report.inputs.length === 1 && only !== undefined)
    return [[tool, printable(only.format), resources(only), ...tail].join(" · ")];
  const lines = report.inputs.map((one) => `  ${printable(one.path)} · ${printable(one.format)} · ${resources(one)}`);
  return [[tool, count(report.inputs.length, "input"), ...tail].join(" · "), ...lines];
}

function resources(input: ReportInput): string {
  return count(input.resources, "resource");
}

function environments(report: Report): readonly string[] {
  const names = [...new Set(report.identities.map((one) => one.environment).filter((one) => one !== null))].sort();
  return names.length === 0 ? [] : [`env ${names.map(printable).join(", ")}`];
}
