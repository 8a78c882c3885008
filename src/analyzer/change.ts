import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Change } from "#model/finding.ts";
import type { Plan } from "#model/plan.ts";
import { sameness } from "./combine.ts";
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

  constructor(plan: Plan, earlier: Earlier | undefined) {
    this.#plan = plan;
    this.#existed = new Set(
      earlier === undefined ? [] : [...earlier.index.nodes.keys(), ...earlier.index.policies.keys()],
    );
    this.#said = Map.groupBy(earlier?.judgements ?? [], sameness);
    this.#held = Map.groupBy(earlier?.judgements ?? [], ({ subject }) => subject.id);
    this.#touched = new Set(
      plan.changes.filter((one) => one.mode === "managed" && !still.has(one.action)).map((one) => one.address),
    );
  }

  of(judgement: Judgement): Change {
    if (!this.#plan.hasBefore) return "present";
    if (!this.#existed.has(judgement.subject.id)) return "added";
    const same = this.#said.get(sameness(judgement)) ?? [];
    // Looked through only where it was not said in the same words: a subject may have thousands of claims.
    const heldAll = [same, this.#held.get(judgement.subject.id) ?? []];
    if (!heldAll.some((before) => before.some((one) => saidAsMuch(one, judgement)))) return "widened";
    return addresses(judgement).some((address) => this.#touched.has(address)) ? "touched" : "unchanged";
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

/** The subject, and everything that the claim stands on. */
function addresses({ subject, claim }: Judgement): readonly string[] {
  return [subject.address, ...claim.evidence.map((one) => one.location.address).filter((one) => one !== undefined)];
}
