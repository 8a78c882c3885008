import { readFileSync } from "node:fs";
import type { Report } from "#model/report.ts";
import type { ReporterOptions } from "#reporters/reporter.ts";

export function reportOf(name: string): Report {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/reports/${name}/report.json`, import.meta.url), "utf8"),
  ) as Report;
}

export const plain: ReporterOptions = { color: false, minSeverity: "info", quiet: false };
