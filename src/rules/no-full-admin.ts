import type { Grant } from "#model/attachment.ts";
import type { Claim } from "#model/finding.ts";
import type { Policy } from "#model/policy.ts";
import type { Answer, Narrowing } from "#model/semantics.ts";
import { both, not, type Truth } from "#model/truth.ts";
import { grantEvidence, type HeldPolicy, heldPolicies, whyUnread } from "./held-policies.ts";
import { notWeighed } from "./not-weighed.ts";
import { defineRule, type Holder, type Inspected, type RuleContext } from "./rule.ts";
import { actionParts } from "./statement-parts.ts";
import { butFor, isPolicy, nameOf, subjectOf } from "./words.ts";

export default defineRule({
  id: "no-full-admin",
  family: "PRIV",
  severity: "critical",
  title: "No identity may do everything",
  why: "Whoever gets hold of such an identity owns the account: no other control is left to stop a mistake or an attacker.",
  fix: "Name the actions and resources that are needed; keep full access for a role that people assume in an emergency.",
  inspects: "grants",
  absorbs: ["no-wildcard-action", "no-unscoped-resource", "no-unscoped-passrole", "no-inverted-allow"],
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const policies = heldPolicies(holding, context);
    const semantics = context.semantics(subjectOf(holding.holder));
    for (const grant of holding.grants) {
      const answer = semantics.allowsEverything(grant.statement, grant.policy);
      const holds = both(isOurs(grant.policy, holding.holder), answer.holds);
      if (holds !== "no") yield claimOf(grant, { ...answer, holds }, holding, policies, context);
    }
    for (const held of policies) {
      if (held.unread !== undefined && isOurs(held.policy, holding.holder) !== "no")
        yield undecided(held, held.unread, holding.holder);
    }
  },
});

/** What a vendor's policy gives a machine is said once, by `no-admin-machine-identity`. */
function isOurs(policy: Policy | undefined, holder: Holder): Truth {
  return policy?.origin === "vendor" && !isPolicy(holder) ? not(holder.machine) : "yes";
}

function claimOf(
  grant: Grant,
  { holds, waits }: Answer,
  holding: Inspected["grants"],
  policies: readonly HeldPolicy[],
  context: RuleContext<unknown>,
): Claim {
  const guards = context.semantics(subjectOf(holding.holder)).narrowings(grant.statement);
  const unweighed = notWeighed(holding, policies, grant.policy, context);
  const may = holds === "yes" ? "may do" : "could perhaps do";
  return {
    holds,
    detail: "*",
    message: `${nameOf(holding.holder)} ${may} ${extent(grant.statement)}${guarded(guards)}${unweighed.note}`,
    evidence: [...grantEvidence(grant, holding.holder), ...unweighed.evidence],
    statements: [grant.statement.id],
    parts: actionParts(grant.statement),
    waits,
    ...(guards.length > 0 && { severity: "high" }),
    ...(grant.policy.assumed && { confidence: "medium" }),
    ...unweighed.confidence,
  };
}

/** A grant by exception may leave so much that it is everything for all that counts: the exception is said. */
function extent({ actions, resources }: Grant["statement"]): string {
  return `everything${butFor(actions)} on everything${butFor(resources)}`;
}

function guarded(guards: readonly Narrowing[]): string {
  if (guards.length === 0) return "";
  return guards.some((one) => one.mfa)
    ? ", guarded by MFA"
    : `, guarded by ${guards.map((one) => one.text).join(" and ")}`;
}

function undecided(held: HeldPolicy, unread: NonNullable<HeldPolicy["unread"]>, holder: Holder): Claim {
  const message = `${nameOf(holder)} could perhaps do everything: ${whyUnread(held)}`;
  return {
    holds: "unknown",
    detail: "*",
    message,
    evidence: [{ role: "primary", message: whyUnread(held), location: held.at }],
    waits: [unread],
  };
}
