import type { Report } from "#model/report.ts";

export interface ReporterOptions {
  /** Whether escape sequences for colour may be written. */
  readonly color: boolean;
  /** Findings below it are not shown; they count all the same. */
  readonly minSeverity: "critical" | "high" | "medium" | "low" | "info";
  /** Findings only: no header, no notices, no summary but the verdict. */
  readonly quiet: boolean;
}

/** Writes a report in one format. It reads nothing but the report. */
export interface Reporter {
  /** As in `--format`: `text`, `json`. */
  readonly id: string;
  /** Whether it shows lines and columns: then they are looked up in the inputs first. */
  readonly showsLines?: true;
  render(report: Report, options: ReporterOptions): string;
}
