import type { Evidence } from "#model/finding.ts";
import type { PublicAccessBlock, Target } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";

/** What keeps the public out of what a policy opens: an access control list has switches of its own. */
export function guardOver(policy: Policy, { accessList, publicAccessBlock }: Target): PublicAccessBlock | undefined {
  return accessList?.policies.includes(policy.id) === true ? accessList.publicAccessBlock : publicAccessBlock;
}

export function isShut(guard: PublicAccessBlock | undefined): boolean {
  return guard?.blocks === "yes";
}

/** For messages: `private network`. */
export function showGuard(guard: PublicAccessBlock | undefined): string {
  if (guard?.by === "network") return "private network";
  return guard?.by === "approval" ? "owner's approval" : "public access block";
}

/** Why an open policy does less harm than it says, or may. */
export function guardEvidence(guard: PublicAccessBlock | undefined): readonly Evidence[] {
  if (guard === undefined || guard.blocks === "no") return [];
  const name = showGuard(guard);
  const message =
    guard.blocks === "yes"
      ? `${withArticle(name)} keeps the public out as long as it stands`
      : `whether this ${name} keeps the public out is not known yet`;
  return [{ role: "because", message, location: guard.at }];
}

function withArticle(name: string): string {
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
