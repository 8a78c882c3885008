import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Attachment } from "#model/attachment.ts";
import type { Change } from "#model/finding.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { NodeId } from "#model/node.ts";
import type { Plan } from "#model/plan.ts";
import { sameness } from "./combine.ts";
import { joinedGroups } from "./joined.ts";
import type { Judgement } from "./judge.ts";
import { isStronger } from "./strength.ts";

export interface Earlier {
  readonly index: IndexedGraph;
  /** Claims that held, or could not be decided, before the change. */
  readonly judgements: readonly Judgement[];
}

/** Tells of each judgement how it stands against the state before the change. */
export class Changes {
  readonly #plan: Plan;
  readonly #existed: ReadonlySet<string>;
  readonly #said: ReadonlyMap<string, readonly Judgement[]>;
  readonly #held: ReadonlyMap<string, readonly Judgement[]>;
  readonly #touched: ReadonlySet<string>;
  readonly #policies: ReadonlyMap<string, string>;
  /** Documents of other deployments: their addresses may be those of other resources here. */
  readonly #elsewhere: ReadonlySet<string>;
  readonly #joined: ReadonlySet<NodeId>;
  readonly #holders: ReadonlyMap<NodeId | undefined, readonly Attachment[]>;

  constructor(plan: Plan, earlier: Earlier | undefined, after: AccessGraph) {
    this.#plan = plan;
    this.#existed = new Set(
      earlier === undefined ? [] : [...earlier.index.nodes.keys(), ...earlier.index.policies.keys()],
    );
    this.#said = Map.groupBy(earlier?.judgements ?? [], sameness);
    this.#held = Map.groupBy(earlier?.judgements ?? [], ({ subject }) => subject.id);
    this.#touched = new Set(
      plan.changes.filter((one) => one.mode === "managed" && !still.has(one.action)).map((one) => one.address),
    );
    this.#policies = new Map(
      after.policies.flatMap(({ statements, address }) => statements.map(({ id }) => [id, address] as const)),
    );
    this.#elsewhere = new Set(after.identities.flatMap(({ deployedBy }) => deployedBy ?? []));
    this.#joined = earlier === undefined ? new Set() : joinedGroups(earlier.index.graph, after);
    this.#holders = Map.groupBy(earlier?.index.graph.attachments ?? [], ({ policy }) => policy);
  }

  of(judgement: Judgement): Change {
    if (!this.#plan.hasBefore) return "present";
    if (!this.#existed.has(judgement.subject.id)) return "added";
    const same = this.#said.get(sameness(judgement)) ?? [];
    // Looked through only where it was not said in the same words: a subject may have thousands of claims.
    const heldAll = [same, this.#held.get(judgement.subject.id) ?? [], this.#saidOfHolders(judgement)];
    if (!heldAll.some((before) => before.some((one) => saidAsMuch(one, judgement)))) return "widened";
    const touched = this.#addresses(judgement).some((address) => this.#touched.has(address));
    return touched || this.#joined.has(judgement.subject.id) ? "touched" : "unchanged";
  }

  /** What was said of those who held a policy by it: one that nobody holds any more gives nobody more. */
  #saidOfHolders({ subject }: Judgement): readonly Judgement[] {
    const holders = this.#holders.get(subject.id) ?? [];
    const said = holders.flatMap(({ to }) => (to === undefined ? [] : (this.#held.get(to) ?? [])));
    return said.filter(({ claim }) => claim.statements?.some((id) => this.#policies.get(id) === subject.address));
  }

  /** The subject, and everything that the claim stands on: the statements of a policy may be written elsewhere, in a document that it is made from. */
  #addresses({ subject, claim }: Judgement): readonly string[] {
    const here = [subject.at, ...claim.evidence.map(({ location }) => location)];
    const evidence = here.filter(({ document }) => !this.#elsewhere.has(document)).map((one) => one.address);
    const policies = (claim.statements ?? []).map((id) => this.#policies.get(id));
    const own = this.#elsewhere.has(subject.at.document) ? [] : [subject.address];
    return [...own, ...[...evidence, ...policies].filter((one) => one !== undefined)];
  }
}

const still = new Set(["none", "read", "forget", "delete"]);

/** Whether a claim of before said all that one of now says: the same, one that covers it, or one that stands for it. */
function saidAsMuch(before: Judgement, now: Judgement): boolean {
  return isAboutAsMuch(before, now) && !isStronger(now, before);
}

function isAboutAsMuch(before: Judgement, now: Judgement): boolean {
  if (before.rule.id !== now.rule.id) return before.claim.holds === "yes" && isAbsorbedBy(now, before);
  const { detail } = before.claim;
  return detail === now.claim.detail || now.rule.covers?.(detail, now.claim.detail) === true;
}

function isAbsorbedBy({ rule }: Judgement, by: Judgement): boolean {
  return by.rule.absorbs?.includes(rule.id) === true;
}
