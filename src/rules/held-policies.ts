import type { Attachment, Grant } from "#model/attachment.ts";
import type { Evidence } from "#model/finding.ts";
import type { SourceLocation } from "#model/location.ts";
import type { Policy } from "#model/policy.ts";
import { holesOf, showText, wholeText } from "#model/text.ts";
import { type Hole, hole } from "#model/value.ts";
import type { Holder, Inspected, RuleContext } from "./rule.ts";
import { showStatement } from "./statement-words.ts";
import { isPolicy, policyName } from "./words.ts";

/** A policy that a holder has, as far as it is known which, and what ties the two. */
export interface HeldPolicy {
  readonly name: string;
  readonly policy?: Policy;
  readonly attachment?: Attachment;
  /** Set when nobody can say all that is in it. */
  readonly unread?: Hole;
  /** Where a reader should look: the document, or the attachment of a policy that is written elsewhere. */
  readonly at: SourceLocation;
}

/** The policies that grant a holder something; a policy that is attached to nothing holds itself. */
export function heldPolicies(
  { holder, attachments }: Inspected["grants"],
  context: RuleContext<unknown>,
): readonly HeldPolicy[] {
  if (isPolicy(holder)) return [held(holder)];
  return attachments.filter((one) => one.kind === "grants").map((one) => heldThrough(one, context));
}

function held(policy: Policy): HeldPolicy {
  return {
    name: policyName(policy),
    policy,
    at: policy.at,
    ...(policy.unread !== undefined && { unread: policy.unread }),
  };
}

function heldThrough(attachment: Attachment, context: RuleContext<unknown>): HeldPolicy {
  const policy = attachment.policy === undefined ? undefined : context.policy(attachment.policy);
  if (policy === undefined) {
    const unread = holesOf(attachment.policyText)[0] ?? hole("unresolved-reference");
    const { address, policyText } = attachment;
    const name = policyText.length === 0 ? address : showText(policyText);
    return { name, attachment, unread, at: attachment.at };
  }
  const at = policy.origin === "vendor" ? attachment.at : policy.at;
  return { ...held(policy), attachment, at };
}

/** What is said of a policy that cannot be read, or not wholly. */
export function whyUnread({ name, policy, attachment }: HeldPolicy): string {
  if (policy === undefined && attachment?.policyText.length === 0) return `which policy ${name} attaches is not told`;
  if (policy?.origin === "vendor") return `policy ${name} of AWS is newer than this version of rolecall`;
  const elsewhere = policy === undefined && attachment !== undefined && wholeText(attachment.policyText).known;
  return elsewhere
    ? `policy ${name} is not part of this plan`
    : `policy ${name} is not wholly known before the deployment`;
}

/** What a claim about a grant stands on: the statement, and what ties it to its holder when that is written elsewhere. */
export function grantEvidence(grant: Grant, holder: Holder, about?: readonly string[]): readonly Evidence[] {
  const { policy, statement, attachment } = grant;
  if (policy.origin === "vendor" && attachment !== undefined)
    return [{ role: "primary", message: vendorPolicy(policy), location: attachment.at }];
  const primary: Evidence = { role: "primary", message: showStatement(statement, about), location: statement.at };
  const written = [primary, ...madeElsewhere(grant)];
  if (attachment === undefined || policy.origin === "inline") return written;
  return [
    ...written,
    {
      role: "because",
      message: `policy ${policyName(policy)} is attached to ${isPolicy(holder) ? "it" : `the ${holder.kind}`}`,
      location: attachment.at,
    },
  ];
}

/** A statement may be written in a document that its policy is made from. */
function madeElsewhere({ policy, statement }: Grant): readonly Evidence[] {
  const message = `policy ${policyName(policy)} is made of it`;
  return statement.at.address === policy.address ? [] : [{ role: "because", message, location: policy.at }];
}

/** Nobody but AWS can change a policy that AWS made for one of its services. */
export function isMadeForService({ path }: Policy): boolean {
  return path === "/service-role/" || path === "/aws-service-role/";
}

/** Nobody but its vendor can change such a policy; whoever uses it can use another one. */
export function vendorFix({ name }: Policy): string {
  return `Attach a policy of your own instead of ${showText(name)}, with the actions and resources that are needed.`;
}

export function vendorPolicy(policy: Policy): string {
  return `policy ${policyName(policy)}, which AWS maintains, is attached${policy.assumed ? " (judged by its namesake in the commercial partition)" : ""}`;
}
