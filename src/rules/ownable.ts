import type { Identity, IdentityKind } from "#model/identity.ts";

/** The kinds of identities that say whose they are, what they are for and where they belong. */
export const ownableKinds = ["role", "user"] as const satisfies readonly IdentityKind[];

export type OwnableKind = (typeof ownableKinds)[number];

/** Whether an identity can say so itself: what cannot be tagged, and what its vendor keeps, cannot. */
export function isOwnable({ tags, serviceLinked, kind }: Identity, on: readonly OwnableKind[]): boolean {
  return tags.taggable && !serviceLinked && on.some((one) => one === kind);
}
