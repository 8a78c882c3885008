import { environmentSources } from "#graph/environment-sources.ts";
import { environmentOfOutsider } from "#graph/environments.ts";
import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Form } from "#model/choice.ts";
import type { Claim } from "#model/finding.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { GraphDocument } from "#model/graph-document.ts";
import type { Subject } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { Ruleset } from "#model/ruleset.ts";
import type { Semantics } from "#model/semantics.ts";
import type { Inspected, Rule, RuleContext } from "#rules/rule.ts";
import { type Case, cases, subjectOfId } from "./subjects.ts";

/** A claim, with the rule that makes it and the node it is about. */
export interface Judgement {
  readonly rule: Rule;
  readonly subject: Subject & { readonly kind: string };
  readonly claim: Claim;
  /** Set where it was told of only one form of what its subject has. */
  readonly form?: Form;
}

/** A rule that threw: the run fails, since a gate must not pass because a rule crashed. */
class RuleCrash extends Error {
  constructor(rule: string, address: string, cause: unknown) {
    super(`rule ${rule} crashed on ${address}`, { cause });
    this.name = "RuleCrash";
  }
}

export interface JudgeOptions {
  readonly rules: readonly Rule[];
  readonly ruleset: Ruleset;
  readonly semantics: (cloud: string) => Semantics;
  /** The graph as it is published. */
  readonly document: (graph: AccessGraph) => GraphDocument;
  /** All rules judge all subjects when this is left out. */
  readonly asked?: Asked;
}

/** The ids of the rules that judge a subject. */
export type Asked = ReadonlyMap<NodeId, ReadonlySet<string>>;

/** All claims of all active rules about a graph that may matter: those that hold, and those that cannot be decided. */
export function judge(index: IndexedGraph, options: JudgeOptions): readonly Judgement[] {
  const active = options.rules.filter((rule) => options.ruleset.rules.get(rule.id)?.severity !== "off");
  let document: GraphDocument | undefined;
  const once = (): GraphDocument => {
    document ??= options.document(index.graph);
    return document;
  };
  const given = new Given(index, options.asked);
  return active.flatMap((rule) => [...judgements(rule, given, { ...options, document: once })]);
}

/** What rules are given. Many inspect the same kind, so the cases of each are looked up once. */
class Given {
  readonly index: IndexedGraph;
  readonly #asked: Asked | undefined;
  readonly #cases = new Map<keyof Inspected, readonly Case<keyof Inspected>[]>();

  constructor(index: IndexedGraph, asked: Asked | undefined) {
    this.index = index;
    this.#asked = asked;
  }

  isAsked(rule: Rule, { id }: { readonly id: NodeId }): boolean {
    return this.#asked === undefined || this.#asked.get(id)?.has(rule.id) === true;
  }

  of(kind: keyof Inspected): readonly Case<keyof Inspected>[] {
    const known = this.#cases.get(kind);
    if (known !== undefined) return known;
    const found: Case<keyof Inspected>[] = [];
    for (const one of cases[kind](this.index))
      if (one.subject === undefined || this.#asked?.has(one.subject.id) !== false) found.push(one);
    this.#cases.set(kind, found);
    return found;
  }
}

function* judgements(rule: Rule, given: Given, options: JudgeOptions): Iterable<Judgement> {
  const { index } = given;
  const context = contextFor(rule, index, options);
  for (const { subject, inspected, form } of given.of(rule.inspects)) {
    if (subject !== undefined && !given.isAsked(rule, subject)) continue;
    for (const claim of claimsOf(rule, subject?.address ?? "the graph", inspected, context)) {
      const about = subject ?? subjectAbout(rule.id, claim, index);
      if (given.isAsked(rule, about)) yield { rule, subject: about, claim, ...(form !== undefined && { form }) };
    }
  }
}

/** Who a claim about the whole graph is about. */
function subjectAbout(rule: string, { about = "nobody" }: Claim, index: IndexedGraph): Judgement["subject"] {
  const subject = subjectOfId(about, index);
  if (subject === undefined) throw new RuleCrash(rule, about, new Error("a claim names no subject of the graph"));
  return subject;
}

/** The claims that may matter: of most subjects there are none. */
function claimsOf(
  rule: Rule,
  address: string,
  inspected: Inspected[keyof Inspected],
  context: RuleContext<unknown>,
): readonly Claim[] {
  let found: Claim[] | undefined;
  try {
    for (const claim of rule.claims(inspected, context)) {
      if (claim.holds === "no") continue;
      if (found === undefined) found = [claim];
      else found.push(claim);
    }
  } catch (error) {
    throw new RuleCrash(rule.id, address, error);
  }
  return found ?? none;
}

const none: readonly never[] = [];

function contextFor(rule: Rule, index: IndexedGraph, options: JudgeOptions): RuleContext<unknown> {
  const { ruleset, semantics } = options;
  return {
    graph: index.graph,
    node: (id) => index.nodes.get(id),
    policy: (id) => index.policies.get(id),
    trustOf: (id) => index.trustOf.get(id) ?? none,
    grantsOf: (id) => index.grantsOf.get(id) ?? none,
    attachmentsOf: (id) => index.attachmentsOf.get(id) ?? none,
    membershipsOf: (id) => index.membershipsOf.get(id) ?? none,
    boundaries: (id) => (index.attachmentsOf.get(id) ?? []).filter((one) => one.kind === "bounds"),
    environmentOf: (outsider) => environmentOfOutsider(outsider, ruleset.settings),
    environmentSources: (identity) => environmentSources(identity, ruleset.settings),
    workloadsOf: (id) => index.workloadsOf.get(id) ?? none,
    document: () => options.document(index.graph),
    semantics: (subject) => semantics(subject.cloud),
    settings: ruleset.settings,
    options: ruleset.rules.get(rule.id)?.options ?? rule.defaults,
  };
}
