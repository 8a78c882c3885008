/**
 * rolecall as a library: read what a deployment is about to do, and judge it.
 *
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { check } from "rolecall";
 *
 * const report = await check([{ path: "plan.json", bytes: await readFile("plan.json") }], { today: "2026-01-31" });
 * process.exitCode = report.summary.exitCode;
 * ```
 */

import type { Input } from "#frontends/frontend.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Report } from "#model/report.ts";
import { defaultRuleset } from "#ruleset/default.ts";
import {
  type LinkOptions as AllLinkOptions,
  type CheckOptions as AllOptions,
  check as checkAll,
  graph as graphOf,
} from "./check.ts";
import { version } from "./version.ts";

/** How to judge. Everything but the date has the command line's default. */
export type CheckOptions = Pick<AllOptions, "today"> & Partial<Omit<AllOptions, "today" | "version">>;

/** How to link a plan into a graph. */
export type GraphOptions = Partial<AllLinkOptions>;

/**
 * Judges inputs and reports; the verdict and the exit code of the command line are in `report.summary`.
 * @throws {InputError} when an input or an option cannot be used.
 */
export function check(inputs: readonly Input[], options: CheckOptions): Promise<Report> {
  return checkAll(inputs, {
    ruleset: defaultRuleset(),
    failOn: "high",
    gate: "changed",
    allowIncomplete: false,
    ...options,
    version,
  });
}

/**
 * The access graph of one deployment, after the change or before it: a plan, or stacks that are deployed together.
 * @throws {InputError} when an input cannot be used, or they are several deployments.
 */
export function graph(
  input: Input | readonly Input[],
  moment: "before" | "after" = "after",
  options: GraphOptions = {},
): Promise<GraphDocument> {
  return graphOf(input, { ruleset: defaultRuleset(), ...options }, moment);
}

export type { Input } from "#frontends/frontend.ts";
export type {
  Change,
  Confidence,
  Evidence,
  Finding,
  FindingSubject,
  Severity,
  Suppression,
  Verdict,
} from "#model/finding.ts";
export type {
  DocumentAttachment,
  DocumentCredential,
  DocumentEndpoint,
  DocumentHole,
  DocumentIdentity,
  DocumentMembership,
  DocumentNode,
  DocumentPasswordPolicy,
  DocumentPatterns,
  DocumentPolicy,
  DocumentPrincipal,
  DocumentSecretBearer,
  DocumentStatement,
  DocumentTarget,
  DocumentText,
  DocumentWorkload,
  GraphDocument,
} from "#model/graph-document.ts";
export { InputError } from "#model/input-error.ts";
export type { SourceLocation } from "#model/location.ts";
export type { Notice } from "#model/notice.ts";
export type { Report, ReportIdentity, ReportInput, ReportRule, ReportSummary } from "#model/report.ts";
export type { RuleSetting, Ruleset, Settings } from "#model/ruleset.ts";
export { locate } from "./check.ts";
export { defaultRuleset, version };
