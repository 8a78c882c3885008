import { type Finding, type FindingSubject, type Severity, severities } from "#model/finding.ts";
import type { Subject } from "#model/identity.ts";
import type { Ruleset } from "#model/ruleset.ts";
import { wholeText } from "#model/text.ts";
import type { Changes } from "./change.ts";
import { findingId, type Named, semanticKeys } from "./fingerprint.ts";
import type { Judgement } from "./judge.ts";
import type { Waits } from "./waits.ts";

/** What findings say about their claims from knowing the whole plan. */
export interface About {
  readonly nodes: ReadonlyMap<string, Named>;
  readonly changes: Changes;
  readonly waits: Waits;
}

/** Turns judgements into findings, worst first. What blocks is decided later, when exceptions are known. */
export function findingsOf(judgements: readonly Judgement[], about: About, ruleset: Ruleset): readonly Finding[] {
  const keys = semanticKeys(judgements.flatMap((one) => [one.subject, ...detailNode(one, about)]));
  return judgements.map((one) => finding(one, keys, about, ruleset)).sort(worstFirst);
}

/** The node that a detail names: who is trusted may move in the source as well as who trusts. */
function detailNode({ claim }: Judgement, { nodes }: About): readonly Named[] {
  const node = nodes.get(claim.detail);
  return node === undefined ? [] : [node];
}

function finding(judgement: Judgement, keys: ReadonlyMap<string, string>, about: About, ruleset: Ruleset): Finding {
  const { rule, subject, claim } = judgement;
  const keyOf = (id: string) => keys.get(id) ?? id;
  return {
    id: findingId(rule.id, keyOf(subject.id), keyOf(claim.detail)),
    rule: rule.id,
    family: rule.family,
    severity: severityOf(judgement, ruleset),
    confidence: claim.confidence ?? "high",
    verdict: claim.holds === "yes" ? "fails" : "undecided",
    blocks: false,
    change: about.changes.of(judgement),
    subject: subjectOf(subject),
    detail: claim.detail,
    message: claim.message,
    evidence: claim.evidence,
    fix: claim.fix ?? rule.fix,
    waitsFor: claim.holds === "unknown" ? about.waits.of(claim) : [],
    frameworks: rule.frameworks,
    suppressed: null,
  };
}

/** The ruleset's severity, moved by as much as the claim differs from the rule's own. */
function severityOf({ rule, claim }: Judgement, ruleset: Ruleset): Severity {
  const set = ruleset.rules.get(rule.id)?.severity ?? rule.severity;
  const base = severities.indexOf(set === "off" ? rule.severity : set);
  const shift =
    claim.severity === undefined ? 0 : severities.indexOf(claim.severity) - severities.indexOf(rule.severity);
  const moved = Math.min(Math.max(base + shift, 0), severities.length - 1);
  return severities[moved] ?? rule.severity;
}

export function subjectOf(subject: Subject & { readonly kind: string }): FindingSubject {
  const { kind, address, type, cloud, account, environment, owner } = subject;
  const name = wholeText(subject.name);
  return {
    kind,
    name: name.known && name.value !== "" ? name.value : address,
    address,
    type,
    cloud,
    account: account ?? null,
    environment: environment.kind === "told" ? environment.environment.name : null,
    owner: owner.kind === "told" ? owner.name : null,
  };
}

/** Findings in the order in which a reader wants them; the same for the same findings, wherever they came from. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.verdict === "fails" ? "0" : "1", b.verdict === "fails" ? "0" : "1") ||
    compare(a.rule, b.rule) ||
    compare(a.subject.address, b.subject.address) ||
    compare(a.detail, b.detail)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
