import type { Claim } from "#model/finding.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { wholeText } from "#model/text.ts";
import { follow, textOf } from "#model/tree.ts";
import type { Reference } from "#model/value.ts";

/** Tells what undecided claims about a plan wait for. */
export class Waits {
  readonly #changes: ReadonlyMap<string, ResourceChange>;

  constructor(plan: Plan) {
    this.#changes = new Map(plan.changes.map((one) => [one.address, one]));
  }

  /** Sorted: the references of its holes, and what the ruleset does not tell. */
  of({ waits = [], needs = [] }: Claim): readonly string[] {
    const all = waits.flatMap((hole) => hole.refs);
    const open = all.filter((ref) => !this.#isKnown(ref));
    const names = new Set((open.length > 0 ? open : all).map(nameOf));
    return [...[...names].sort(), ...needs];
  }

  /** One unknown makes the text around it unknown: what it refers to besides may be known all the time. */
  #isKnown({ targets, attribute, certainty }: Reference): boolean {
    if (certainty === "known") return true;
    const [only, ...more] = targets;
    const change = only === undefined || more.length > 0 ? undefined : this.#changes.get(only);
    if (change === undefined || attribute === undefined) return false;
    const text = textOf(follow(change.after, attribute));
    return text !== undefined && wholeText(text).known;
  }
}

/** The address of what is referred to, where it is one thing: the author's own words may be those of a module. */
function nameOf({ expression, targets, attribute }: Reference): string {
  const [only, ...more] = targets;
  return only === undefined || more.length > 0 || attribute === undefined ? expression : `${only}.${attribute}`;
}
