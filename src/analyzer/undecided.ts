import type { Finding } from "#model/finding.ts";
import type { Plan } from "#model/plan.ts";
import type { Rule } from "#rules/rule.ts";
import { findingId } from "./fingerprint.ts";

/** One finding for each rule and document in which something could not be decided: what was not told is said aloud. */
export function undecidedChecks(
  findings: readonly Finding[],
  plan: Pick<Plan, "document" | "stacks">,
  rule: Rule,
  severity: Finding["severity"],
): readonly Finding[] {
  const open = findings.filter((one) => one.verdict === "undecided");
  const documents = Map.groupBy(open, (one) => documentOf(one, plan));
  return [...documents].flatMap(([document, group]) =>
    [...Map.groupBy(group, (one) => one.rule)].map(([id, some]) => summary(id, some, document, rule, severity)),
  );
}

/** Where several documents are one plan, the one in which the defect would be. */
function documentOf({ evidence }: Finding, { document, stacks }: Pick<Plan, "document" | "stacks">): string {
  const primary = stacks === undefined ? undefined : evidence.find((one) => one.role === "primary");
  return primary?.location.document ?? document;
}

function summary(
  id: string,
  group: readonly Finding[],
  document: string,
  rule: Rule,
  severity: Finding["severity"],
): Finding {
  const waits = [...new Set(group.flatMap((one) => one.waitsFor))].sort();
  const times = group.length === 1 ? "once" : `${group.length} times`;
  const message = `${id} could not be decided ${times}: ${waits.length === 0 ? "the plan does not tell why" : `waits for ${waits.join(", ")}`}`;
  return {
    id: findingId(rule.id, document, id),
    rule: rule.id,
    family: rule.family,
    severity,
    confidence: "high",
    verdict: "undecided",
    blocks: false,
    change: group[0]?.change ?? "present",
    subject: {
      kind: "document",
      name: document,
      address: document,
      type: "document",
      cloud: "",
      account: null,
      environment: null,
      owner: null,
    },
    detail: id,
    message,
    evidence: group
      .flatMap((one) => one.evidence.filter((evidence) => evidence.role === "primary").slice(0, 1))
      .map((one, i) => (i === 0 ? one : { ...one, role: "because" })),
    fix: rule.fix,
    waitsFor: waits,
    frameworks: rule.frameworks,
    suppressed: null,
  };
}
