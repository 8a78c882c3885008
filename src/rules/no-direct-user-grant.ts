import type { Claim } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Identity } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import { holesOf, wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { type HeldPolicy, heldPolicies } from "./held-policies.ts";
import { defineRule } from "./rule.ts";
import { isPolicy, nameOf, policyName } from "./words.ts";

/** Somebody who is let in when nothing else works. */
interface BreakGlass {
  /** The name of the user, with `*` as wildcard. */
  readonly user: string;
  readonly reason: string;
}

interface Options {
  readonly breakGlass: readonly BreakGlass[];
}

export default defineRule<"grants", Options>({
  id: "no-direct-user-grant",
  family: "PRIV",
  severity: "medium",
  title: "People get their rights through groups or roles",
  why: "Rights that are given to one person are forgotten when the person changes teams, and nobody sees who has the same.",
  fix: "Attach the policy to a group and make the user a member of it, or let people assume a role through your identity provider.",
  inspects: "grants",
  defaults: { breakGlass: [] },
  options: (z) =>
    z.strictObject({
      breakGlass: z
        .array(
          z.strictObject({
            user: z.string().min(1).describe("the user's name; * stands for anything"),
            reason: z.string().min(1),
          }),
        )
        .default([])
        .describe("users for emergencies, who may have rights of their own: user and reason"),
    }),
  *claims(holding, context) {
    const { holder } = holding;
    if (isPolicy(holder) || holder.kind !== "user" || holder.machine === "yes") return;
    const judged = both(not(holder.machine), not(isBreakGlass(holder, context.options)));
    if (judged === "no") return;
    for (const held of heldPolicies(holding, context)) yield claimOf(held, holder, judged);
  },
});

function isBreakGlass({ name }: Identity, { breakGlass }: Options): Truth {
  const known = wholeText(name);
  if (!known.known) return breakGlass.length > 0 ? "unknown" : "no";
  return truth(breakGlass.some((one) => matchesGlob(one.user, known.value)));
}

function claimOf(held: HeldPolicy, user: Identity, judged: Truth): Claim {
  const given = grants(held);
  const holds = both(judged, given);
  return {
    holds,
    detail: held.policy?.origin === "inline" ? "inline" : "attached",
    message: `policy ${held.name} ${holds === "yes" ? "gives" : "could perhaps give"} rights to ${nameOf(user)} directly`,
    evidence: [{ role: "primary", message: how(held), location: held.attachment?.at ?? held.at }],
    waits: [...holesOf(user.name), ...(given === "unknown" ? doubtsOf(held) : [])],
    ...(user.machine === "unknown" && { needs: [`whether ${nameOf(user)} is a person`] }),
  };
}

/** A policy that only denies gives nothing. One that is written elsewhere is there to give something. */
function grants({ policy, attachment, unread }: HeldPolicy): Truth {
  if (policy === undefined)
    return attachment !== undefined && wholeText(attachment.policyText).known ? "yes" : "unknown";
  return either(...policy.statements.map(allows), unread === undefined ? "no" : "unknown");
}

function doubtsOf({ policy, unread }: HeldPolicy): readonly Hole[] {
  const forms = policy?.statements.flatMap(({ form }) => form?.hole ?? []) ?? [];
  return unread === undefined ? forms : [...forms, unread];
}

function allows({ effect, form }: Policy["statements"][number]): Truth {
  if (!effect.known || form !== undefined) return "unknown";
  return effect.value === "allow" ? "yes" : "no";
}

function how({ name, policy }: HeldPolicy): string {
  const written = policy?.origin === "inline" ? "is written into the user" : "is attached to the user";
  return `policy ${policy === undefined ? name : policyName(policy)} ${written}`;
}
