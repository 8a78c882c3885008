import { type Finding, type Severity, severities } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Notice } from "#model/notice.ts";
import type { Action, Plan } from "#model/plan.ts";
import type { Report, ReportIdentity, ReportInput, ReportRule, ReportSummary } from "#model/report.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { subjectOf, worstFirst } from "./findings.ts";

/** What judging one input gave. */
export interface Judged {
  readonly plan: Plan;
  readonly identities: readonly Identity[];
  /** Identities that this deployment deletes. */
  readonly removed: number;
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** Secrets that the plan does not mark as such. */
  readonly secrets: ReadonlySet<string>;
}

export interface GateOptions {
  readonly version: string;
  readonly today: string;
  readonly failOn: Severity;
  readonly failOnUndecided?: Severity;
  readonly gate: "changed" | "all";
  readonly allowIncomplete: boolean;
}

/** What was run, and what the ruleset says of it. */
export interface Ran {
  readonly rules: readonly ReportRule[];
  readonly ruleset: Pick<Ruleset, "rules">;
}

/** Puts what was judged into the report that is published, with its verdict. */
export function reportOf(
  judged: readonly Judged[],
  findings: readonly Finding[],
  extra: readonly Notice[],
  options: GateOptions & Ran,
): Report {
  const notices = [...judged.flatMap((one) => one.notices), ...extra].map((one) => allowed(one, options));
  const gated = findings.map((one) => ({ ...one, blocks: blocks(one, options) })).sort(worstFirst);
  return {
    schemaVersion: "1.0",
    tool: { name: "rolecall", version: options.version },
    today: options.today,
    inputs: inputsOf(judged, notices),
    summary: summaryOf(judged, gated, notices),
    findings: gated,
    rules: rulesOf(options),
    identities: judged.flatMap((one) =>
      one.identities.filter((identity) => identity.presence === "managed").map(identityOf),
    ),
    notices,
  };
}

function rulesOf({ rules, ruleset }: Ran): readonly ReportRule[] {
  return rules.flatMap(({ id, family, severity, title, why, fix, frameworks }) => {
    const set = ruleset.rules.get(id)?.severity ?? severity;
    return set === "off" ? [] : [{ id, family, severity: set, title, why, fix, frameworks }];
  });
}

/** What blocks a pipeline: a failing finding at or above the threshold that nobody excepted and that this change has something to do with. */
function blocks(finding: Finding, { failOn, failOnUndecided, gate }: GateOptions): boolean {
  const threshold = finding.verdict === "fails" ? failOn : failOnUndecided;
  if (threshold === undefined || finding.suppressed !== null) return false;
  const serious = severities.indexOf(finding.severity) <= severities.indexOf(threshold);
  return serious && (gate === "all" || finding.change !== "unchanged");
}

function allowed(notice: Notice, { allowIncomplete }: GateOptions): Notice {
  return allowIncomplete && notice.level === "incomplete"
    ? { ...notice, level: "info", message: `${notice.message} (allowed for this run)` }
    : notice;
}

function inputsOf(judged: readonly Judged[], notices: readonly Notice[]): readonly ReportInput[] {
  const grave = notices.filter((one) => one.level === "incomplete").map((one) => one.location.document);
  const broken = new Set(grave);
  return judged
    .flatMap(({ plan }) => plan.stacks ?? [plan])
    .map(({ document, frontend, format, resources, parts = [] }) => {
      const complete = ![document, ...parts].some((one) => broken.has(one));
      return { path: document, frontend, format, resources, complete };
    });
}

function summaryOf(judged: readonly Judged[], findings: readonly Finding[], notices: readonly Notice[]): ReportSummary {
  const blocking = findings.filter((one) => one.blocks).length;
  const incomplete = notices.some((one) => one.level === "incomplete");
  const shown = findings.filter((one) => one.suppressed === null);
  return {
    verdict: incomplete ? "incomplete" : blocking > 0 ? "fail" : "pass",
    exitCode: incomplete ? 3 : blocking > 0 ? 1 : 0,
    identities: judged.reduce(
      (sum, one) => sum + one.identities.filter((identity) => identity.presence === "managed").length,
      0,
    ),
    blocking,
    undecided: shown.filter((one) => one.verdict === "undecided" && one.subject.kind !== "document").length,
    suppressed: findings.length - shown.length,
    existing: shown.filter((one) => one.verdict === "fails" && one.change === "unchanged").length,
    bySeverity: bySeverity(shown.filter((one) => one.verdict === "fails")),
    identityChanges: identityChanges(judged),
  };
}

function bySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

const changing = new Set<Action>(["update", "replace", "import", "unrecognized"]);

/** An input without a before changes nothing that could be counted. */
function identityChanges(all: readonly Judged[]): ReportSummary["identityChanges"] {
  const judged = all.filter((one) => one.plan.hasBefore);
  const managed = judged.flatMap((one) => one.identities).filter((one) => one.presence === "managed");
  return {
    added: managed.filter((one) => one.action === "create").length,
    changed: managed.filter((one) => changing.has(one.action)).length,
    removed: judged.reduce((sum, one) => sum + one.removed, 0),
  };
}

function identityOf(identity: Identity): ReportIdentity {
  return { ...subjectOf(identity), action: identity.action };
}
