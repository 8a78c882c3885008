import type { Severity } from "#model/finding.ts";

export type Level = "error" | "warning" | "note" | "none";

export const levels: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** What GitHub sorts rules by: above 9.0 is critical, from 7.0 high, from 4.0 medium, from 0.1 low. */
export const scores: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: "0.0",
};
