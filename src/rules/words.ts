import type { Identity, Subject, Target } from "#model/identity.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { Policy } from "#model/policy.ts";
import { nameOrAddress, showText, wholeText } from "#model/text.ts";
import type { Holder, LoosePolicy } from "./rule.ts";

export { nameOrAddress } from "#model/text.ts";

/** How many items a message names before it only counts. */
export const most = 3;

/** A holder for people: `role ci`, `policy deploy`. */
export function nameOf(holder: Holder): string {
  if (isPolicy(holder)) return `policy ${nameOrAddress(holder)}`;
  return isUntold(holder) ? `the ${holder.kind} of ${holder.address}` : `${holder.kind} ${nameOrAddress(holder)}`;
}

/** Whether nobody knows which identity it is: it stands for the one that a resource will name. */
export function isUntold({ presence, name }: Subject): boolean {
  return presence === "outside" && !wholeText(name).known;
}

/** A role or a resource for people: `role ci`, `orders-queue`. */
export function subjectName(subject: Identity | Target): string {
  return subject.kind === "resource" ? nameOrAddress(subject) : nameOf(subject);
}

/** A policy that was given no name goes by its address. */
export function policyName({ name, address }: Pick<Policy, "name" | "address">): string {
  return name.length === 0 ? address : showText(name);
}

export function isPolicy(holder: Holder): holder is LoosePolicy {
  return "statements" in holder;
}

/** What a set that is named by its exceptions leaves out: ` but iam:*`; empty where it names what is in it. */
export function butFor({ match, patterns }: PatternSet): string {
  return match === "only" ? "" : ` but ${list(patterns.map(showText))}`;
}

/** A list for people, cut short: `a, b, c and 4 more`. Of a long one it is enough to give the first, and how many there are. */
export function list(items: readonly string[], count = items.length): string {
  if (items.length === 0) return "nothing";
  const more = count - most;
  return more > 0 ? `${items.slice(0, most).join(", ")} and ${more} more` : items.join(", ");
}

/** The node that a holder's cloud, account and owner are read from. */
export function subjectOf(holder: Holder): Subject {
  return isPolicy(holder) ? holder.subject : holder;
}
