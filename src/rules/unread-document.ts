import type { Claim } from "#model/finding.ts";
import type { PrincipalDocument } from "./rule.ts";

/** What is claimed of a policy that cannot be read, or not wholly: `message` says what it could perhaps hold. */
export function unreadDocument(unread: NonNullable<PrincipalDocument["unread"]>, message: string): Claim {
  return {
    holds: "unknown",
    detail: "*",
    message: `${message}: its policy is not wholly known before the deployment`,
    evidence: [{ role: "primary", message: "not known before the deployment", location: unread.at }],
    waits: [unread.hole],
  };
}
