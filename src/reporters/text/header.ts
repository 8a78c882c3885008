import type { Report, ReportInput } from "#model/report.ts";
import { printable } from "../printable.ts";
import { count, type Paint } from "./paint.ts";

/** What was read, in one line; with several inputs, a line for each of the first. */
export function showHeader(report: Report, paint: Paint): readonly string[] {
  const [only] = report.inputs;
  const tool = `${paint("bold", "rolecall")} ${printable(report.tool.version)}`;
  const identities = count(report.summary.identities, "identity", "identities");
  const tail = [identities, ...environments(report)];
  if (report.inputs.length === 1 && only !== undefined)
    return [[tool, printable(only.format), resources(only), ...tail].join(" · ")];
  return [[tool, count(report.inputs.length, "input"), ...tail].join(" · "), ...inputs(report)];
}

/** An app may have hundreds of stacks; whoever wants them all reads the JSON. */
const mostShown = 20;

function inputs(report: Report): readonly string[] {
  const lines = report.inputs
    .slice(0, mostShown)
    .map((one) => `  ${printable(one.path)} · ${printable(one.format)} · ${resources(one)}`);
  const hidden = report.inputs.slice(mostShown);
  const rest = hidden.reduce((sum, one) => sum + one.resources, 0);
  return hidden.length === 0 ? lines : [...lines, `  and ${hidden.length} more · ${count(rest, "resource")}`];
}

function resources(input: ReportInput): string {
  return count(input.resources, "resource");
}

function environments(report: Report): readonly string[] {
  const names = [...new Set(report.identities.map((one) => one.environment).filter((one) => one !== null))].sort();
  return names.length === 0 ? [] : [`env ${names.map(printable).join(", ")}`];
}
