import type { Claim } from "#model/finding.ts";
import type { Identity, IdentityKind } from "#model/identity.ts";
import { defineRule } from "./rule.ts";
import { orForAll } from "./said.ts";
import { nameOf } from "./words.ts";

const kinds = ["role", "user"] as const satisfies readonly IdentityKind[];

interface Options {
  /** The kinds of identities that need an owner. */
  readonly on: readonly (typeof kinds)[number][];
}

export default defineRule<"identity", Options>({
  id: "require-owner",
  family: "OWN",
  severity: "high",
  title: "Every identity has an owner",
  why: "Nobody rotates, reviews or removes an identity that belongs to nobody.",
  fix: "Add a tag that names the team that answers for it, to the resource or to the provider's default tags.",
  inspects: "identity",
  defaults: { on: kinds },
  options: (z) =>
    z.strictObject({
      on: z
        .array(z.enum(kinds))
        .default([...kinds])
        .describe("the kinds of identities that need an owner"),
    }),
  *claims({ identity }, { settings, options }) {
    if (!identity.tags.taggable || identity.serviceLinked || !options.on.some((kind) => kind === identity.kind)) return;
    const [key = "owner"] = settings.owners.tags;
    const { owner } = identity;
    if (owner.kind === "nobody") yield claim("yes", "has no owner", owner.because, identity, key);
    if (owner.kind === "hidden")
      yield { ...claim("unknown", "may have no owner", owner.because, identity, key), waits: [owner.hole] };
  },
});

function claim(holds: Claim["holds"], says: string, because: string, identity: Identity, key: string): Claim {
  return {
    holds,
    detail: "owner",
    message: `${nameOf(identity)} ${says}: ${because}`,
    evidence: [{ role: "primary", message: because, location: identity.tags.at ?? identity.at }],
    fix: `Set the tag ${key} = <team> on ${identity.address}, ${orForAll(identity)}.`,
  };
}
