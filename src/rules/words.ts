import type { Identity, Subject, Target } from "#model/identity.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement } from "#model/policy.ts";
import { showText, type Text } from "#model/text.ts";
import type { Holder, LoosePolicy } from "./rule.ts";

/** How many items a message names before it only counts. */
const most = 3;

/** A holder for people: `role ci`, `policy deploy`. */
export function nameOf(holder: Holder): string {
  return `${isPolicy(holder) ? "policy" : holder.kind} ${nameOrAddress(holder)}`;
}

/** A role or a resource for people: `role ci`, `orders-queue`. */
export function subjectName(subject: Identity | Target): string {
  return subject.kind === "resource" ? nameOrAddress(subject) : nameOf(subject);
}

/** A name that is known, else the address in the document. */
export function nameOrAddress({ name, address }: { readonly name: Text; readonly address: string }): string {
  return name.length === 0 || name.some((part) => typeof part !== "string") ? address : showText(name);
}

export function isPolicy(holder: Holder): holder is LoosePolicy {
  return "statements" in holder;
}

/** What a statement names, in the words of its document: `Action "s3:*" on Resource "*"`. */
export function showStatement({ actions, resources }: PermissionStatement): string {
  const on = resources.patterns.length === 0 ? "" : ` on ${showSet("Resource", resources)}`;
  return `${showSet("Action", actions)}${on}`;
}

function showSet(name: string, set: PatternSet): string {
  return `${set.match === "only" ? name : `Not${name}`} ${list(set.patterns.map((one) => `"${showText(one)}"`))}`;
}

/** A list for people, cut short: `a, b, c and 4 more`. */
export function list(items: readonly string[]): string {
  if (items.length === 0) return "nothing";
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(", ")} and ${more} more` : items.join(", ");
}

/** The node that a holder's cloud, account and owner are read from. */
export function subjectOf(holder: Holder): Subject {
  return isPolicy(holder) ? holder.subject : holder;
}
