import type { SourceLocation } from "./location.ts";

/** What was not read or not understood. `incomplete` keeps the gate from passing; `info` is worth saying. */
export interface Notice {
  /** Stable, kebab-case: `plan-errored`, `duplicate-key`. */
  readonly code: string;
  readonly level: "info" | "incomplete";
  readonly message: string;
  readonly location: SourceLocation;
}
