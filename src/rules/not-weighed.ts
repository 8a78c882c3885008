import type { Attachment } from "#model/attachment.ts";
import type { Claim, Evidence } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import { showText } from "#model/text.ts";
import type { HeldPolicy } from "./held-policies.ts";
import type { Inspected, RuleContext } from "./rule.ts";
import { isPolicy, isUntold } from "./words.ts";

/** What may take a grant back but is not weighed: it never removes a finding, it lowers the confidence and is named. */
export interface NotWeighed {
  /** Appended to a message: ` (not weighed: permissions boundary limit)`. */
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: Pick<Claim, "confidence">;
}

/** Permissions boundaries of a holder, and denials in its policies; those of `own` are left out, because they are weighed already. */
export function notWeighed(
  { holder }: Inspected["grants"],
  policies: readonly HeldPolicy[],
  own: HeldPolicy["policy"],
  context: RuleContext<unknown>,
): NotWeighed {
  if (isPolicy(holder)) return nothing;
  const all = weighable.get(policies) ?? weighableOf(policies, boundariesOf(holder, context));
  weighable.set(policies, all);
  const total = all.boundaries.length + all.denying.length - (own === undefined ? 0 : (all.times.get(own) ?? 0));
  const found = [...all.boundaries, ...others(all.denying, own).map(denial)].slice(0, most);
  if (found.length === 0) return nothing;
  const names = found.map((one) => one.name).join(", ");
  return {
    note: ` (not weighed: ${names}${total > most ? ` and ${total - most} more` : ""})`,
    evidence: found.map((one) => one.evidence),
    confidence: { confidence: "medium" },
  };
}

/** How many are named: each claim about a holder of thousands of policies would name all of the others. */
const most = 10;

interface Weighable {
  readonly boundaries: readonly Reservation[];
  readonly denying: readonly HeldPolicy[];
  /** How often each policy stands among those that deny. */
  readonly times: ReadonlyMap<Policy | undefined, number>;
}

/** What a holder has of both, by its policies: looked for once, however many claims there are about it. */
const weighable = new WeakMap<readonly HeldPolicy[], Weighable>();

function weighableOf(policies: readonly HeldPolicy[], boundaries: readonly Reservation[]): Weighable {
  const denying = policies.filter(({ policy }) => policy?.statements.some(denies) === true);
  const times = new Map<Policy | undefined, number>();
  for (const { policy } of denying) times.set(policy, (times.get(policy) ?? 0) + 1);
  return { boundaries, denying, times };
}

/** Nobody can tell the boundary of an identity that nobody can tell. */
function boundariesOf(holder: Identity, context: RuleContext<unknown>): readonly Reservation[] {
  const found = context.boundaries(holder.id).map(boundary);
  return isUntold(holder) ? [...found, untoldBoundary(holder)] : found;
}

/** As many as are named, without `own`. */
function others(denying: readonly HeldPolicy[], own: HeldPolicy["policy"]): readonly HeldPolicy[] {
  const found: HeldPolicy[] = [];
  for (const held of denying) if (held.policy !== own && found.push(held) === most) return found;
  return found;
}

interface Reservation {
  readonly name: string;
  readonly evidence: Evidence;
}

const nothing: NotWeighed = { note: "", evidence: [], confidence: {} };

function boundary(attachment: Attachment): Reservation {
  const name = `permissions boundary ${showText(attachment.policyText)}`;
  return { name, evidence: { role: "because", message: `${name} may take some of it back`, location: attachment.at } };
}

function untoldBoundary({ kind, at }: Identity): Reservation {
  const message = `which ${kind} it is cannot be told, so its permissions boundary may take some of it back`;
  return { name: "its permissions boundary, if it has one", evidence: { role: "because", message, location: at } };
}

function denial(held: HeldPolicy): Reservation {
  const name = `denials of policy ${held.name}`;
  return { name, evidence: { role: "because", message: `${name} may take some of it back`, location: held.at } };
}

function denies(statement: NonNullable<HeldPolicy["policy"]>["statements"][number]): boolean {
  return statement.effect.known && statement.effect.value === "deny";
}
