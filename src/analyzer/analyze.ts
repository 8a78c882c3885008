import type { Cloud } from "#clouds/cloud.ts";
import { buildGraphs, type Moments } from "#graph/build.ts";
import { documentOf } from "#graph/document.ts";
import { type IndexedGraph, indexGraph } from "#graph/index-of-graph.ts";
import { tieMoments } from "#graph/tie.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Plan } from "#model/plan.ts";
import type { Ruleset } from "#model/ruleset.ts";
import type { Semantics } from "#model/semantics.ts";
import type { Rule } from "#rules/rule.ts";
import { Changes } from "./change.ts";
import { absorb, combine } from "./combine.ts";
import { judgeEarlier } from "./earlier.ts";
import { findingsOf } from "./findings.ts";
import { overForms } from "./forms.ts";
import { judge } from "./judge.ts";
import type { Judged } from "./report.ts";
import { undecidedChecks } from "./undecided.ts";
import { Waits } from "./waits.ts";

export interface AnalyzeOptions {
  readonly ruleset: Ruleset;
  readonly environment?: string;
}

/** A plan, and the clouds that are prepared for it. */
export interface Prepared {
  readonly plan: Plan;
  readonly clouds: readonly Cloud[];
}

/** Judges the plans of a run, each with what is known of its neighbours: identities of the others that it names. */
export function analyzeAll(
  all: readonly Prepared[],
  rules: readonly Rule[],
  options: AnalyzeOptions,
): readonly Judged[] {
  const build = { settings: options.ruleset.settings, environment: options.environment };
  const linked = all.map((one) => ({ ...one, built: buildGraphs(one.plan, one.clouds, build) }));
  return tieMoments(linked).map((one) => judgePlan(one, rules, options));
}

/** Judges one plan by itself. */
export function analyze(plan: Plan, clouds: readonly Cloud[], rules: readonly Rule[], options: AnalyzeOptions): Judged {
  const build = { settings: options.ruleset.settings, environment: options.environment };
  return judgePlan({ plan, clouds, built: buildGraphs(plan, clouds, build) }, rules, options);
}

/** Its graph after the change, and against the one before where there is something to compare. */
function judgePlan(
  { plan, clouds, built }: Prepared & { readonly built: Moments },
  rules: readonly Rule[],
  options: AnalyzeOptions,
): Judged {
  const document = (graph: AccessGraph): GraphDocument => documentOf(graph, plan, []);
  const how = { rules, ruleset: options.ruleset, semantics: semanticsOf(clouds), document };
  const { after } = built;
  const index = indexGraph(after.graph);
  const judgements = absorb(combine(overForms(judge(index, how), after.graph)));
  const before = indexGraph(built.before.graph);
  const earlier = judgeEarlier(judgements, before, how);
  const about = { nodes: index.nodes, changes: new Changes(plan, earlier, after.graph), waits: new Waits(plan) };
  const findings = findingsOf(judgements, about, options.ruleset);
  return {
    plan,
    identities: after.graph.identities,
    removed: removedOf(before, plan),
    findings: [...findings, ...undecidedOf(findings, plan, rules, options.ruleset)],
    notices: [...plan.notices, ...after.notices],
    secrets: new Set([...after.secrets, ...built.before.secrets]),
  };
}

function removedOf(before: IndexedGraph, plan: Plan): number {
  const gone = new Set(
    plan.changes.filter((one) => one.action === "delete" || one.action === "forget").map((one) => one.address),
  );
  return before.graph.identities.filter((one) => one.deployedBy === undefined && gone.has(one.address)).length;
}

function undecidedOf(
  findings: Judged["findings"],
  plan: Plan,
  rules: readonly Rule[],
  ruleset: Ruleset,
): Judged["findings"] {
  const rule = rules.find((one) => one.id === "no-undecided-check");
  const severity = ruleset.rules.get("no-undecided-check")?.severity;
  if (rule === undefined || severity === "off") return [];
  return undecidedChecks(findings, plan, rule, severity ?? rule.severity);
}

function semanticsOf(clouds: readonly Cloud[]): (cloud: string) => Semantics {
  const byId = new Map(clouds.map((cloud) => [cloud.id, cloud.semantics]));
  return (id) => {
    const semantics = byId.get(id);
    if (semantics === undefined) throw new Error(`no policy language for cloud ${id}`);
    return semantics;
  };
}
