import type { SourceLocation } from "./location.ts";

/** Something in a policy document that its cloud refuses, or never applies. */
export interface Defect {
  /** Names it in a fingerprint, and never tells a position: `Effect "allow"`. */
  readonly what: string;
  readonly message: string;
  readonly at: SourceLocation;
}
