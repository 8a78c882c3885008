import type { IndexedGraph } from "#graph/index-of-graph.ts";
import type { Change } from "#model/finding.ts";
import type { Plan } from "#model/plan.ts";
import type { Judgement } from "./judge.ts";

export interface Earlier {
  readonly index: IndexedGraph;
  /** Claims that held, or could not be decided, before the change. */
  readonly judgements: readonly Judgement[];
}

/** Tells of each judgement how it stands against the state before the change. */
export class Changes {
  readonly #plan: Plan;
  readonly #existed: ReadonlySet<string>;
  readonly #held: ReadonlySet<string>;
  readonly #touched: ReadonlySet<string>;

  constructor(plan: Plan, earlier: Earlier | undefined) {
    this.#plan = plan;
    this.#existed = new Set(
      earlier === undefined ? [] : [...earlier.index.nodes.keys(), ...earlier.index.policies.keys()],
    );
    this.#held = new Set(earlier?.judgements.map(key));
    this.#touched = new Set(
      plan.changes.filter((one) => one.mode === "managed" && !still.has(one.action)).map((one) => one.address),
    );
  }

  of(judgement: Judgement): Change {
    if (!this.#plan.hasBefore) return "present";
    if (!this.#existed.has(judgement.subject.id)) return "added";
    if (!this.#held.has(key(judgement))) return "widened";
    return addresses(judgement).some((address) => this.#touched.has(address)) ? "touched" : "unchanged";
  }
}

const still = new Set(["none", "read", "forget", "delete"]);

function key({ rule, subject, claim }: Judgement): string {
  return JSON.stringify([rule.id, subject.id, claim.detail]);
}

/** The subject, and everything that the claim stands on. */
function addresses({ subject, claim }: Judgement): readonly string[] {
  return [subject.address, ...claim.evidence.map((one) => one.location.address).filter((one) => one !== undefined)];
}
