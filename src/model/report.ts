import type { Finding, Severity } from "./finding.ts";
import type { Notice } from "./notice.ts";

export interface ReportInput {
  readonly path: string;
  readonly frontend: string;
  readonly format: string;
  readonly resources: number;
  readonly complete: boolean;
}

/** `incomplete`: something was not read, so that nothing can be passed. */
export type ReportVerdict = "pass" | "fail" | "incomplete";

export interface ReportSummary {
  readonly verdict: ReportVerdict;
  readonly exitCode: number;
  readonly identities: number;
  readonly blocking: number;
  readonly undecided: number;
  readonly suppressed: number;
  /** Findings that were there before and that this change does not touch. */
  readonly existing: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** How this deployment changes the set of identities. */
  readonly identityChanges: { readonly added: number; readonly changed: number; readonly removed: number };
}

export interface ReportIdentity {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly type: string;
  readonly cloud: string;
  readonly account: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly action: string;
}

/** A rule that was run, as people are told about it. */
export interface ReportRule {
  readonly id: string;
  readonly family: string;
  /** As the ruleset sets it; findings may differ from it. */
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
}

/** The published contract: versioned, the same bytes for the same input. Reporters read nothing else. */
export interface Report {
  readonly schemaVersion: "1.0";
  readonly tool: { readonly name: "rolecall"; readonly version: string };
  /** The day that dates were compared with, as YYYY-MM-DD. */
  readonly today: string;
  readonly inputs: readonly ReportInput[];
  readonly summary: ReportSummary;
  readonly findings: readonly Finding[];
  /** The rules that were run, those of the ruleset's own last; what is off is not among them. */
  readonly rules: readonly ReportRule[];
  readonly identities: readonly ReportIdentity[];
  readonly notices: readonly Notice[];
}
