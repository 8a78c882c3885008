import type { Grant } from "#model/attachment.ts";
import type { Claim } from "#model/finding.ts";
import type { PartialAnswer } from "#model/semantics.ts";
import { grantEvidence, type HeldPolicy, heldPolicies, isMadeForService, whyUnread } from "./held-policies.ts";
import { notWeighed } from "./not-weighed.ts";
import { defineRule, type Holder, type Inspected, type RuleContext } from "./rule.ts";
import { nameOf, subjectOf } from "./words.ts";

export default defineRule({
  id: "no-unscoped-passrole",
  family: "PRIV",
  severity: "high",
  title: "Roles are passed by name, or to named services",
  why: "Who may pass any role to any service can start something that runs as the strongest role of the account, and use it.",
  fix: "Name the roles that are passed as Resource, and the service that gets them in a condition on iam:PassedToService.",
  inspects: "grants",
  absorbs: ["no-unscoped-resource"],
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const policies = heldPolicies(holding, context);
    const semantics = context.semantics(subjectOf(holding.holder));
    for (const grant of holding.grants.filter((one) => !isMadeForService(one.policy))) {
      const answer = semantics.passesAnyRole(grant.statement, grant.policy);
      if (answer.holds !== "no") yield claimOf(answer, grant, holding, policies, context);
    }
    for (const held of policies) if (held.unread !== undefined) yield undecided(held, held.unread, holding.holder);
  },
});

/** A condition that says nothing of roles or services, but narrows who may pass or when, makes it one level less. */
function claimOf(
  { holds, waits, parts }: PartialAnswer,
  grant: Grant,
  holding: Inspected["grants"],
  policies: readonly HeldPolicy[],
  context: RuleContext<unknown>,
): Claim {
  const { statement, policy } = grant;
  const guards = context.semantics(subjectOf(holding.holder)).narrowings(statement);
  const unweighed = notWeighed(holding, policies, policy, context);
  const guarded = guards.length > 0 ? `, guarded by ${guards.map((one) => one.text).join(" and ")}` : "";
  const vendor = policy.origin === "vendor";
  return {
    holds,
    detail: vendor ? (policies.find((one) => one.policy === policy)?.name ?? policy.id) : "iam:PassRole",
    message: `${nameOf(holding.holder)} ${holds === "yes" ? "may" : "could perhaps"} pass any role to any service${guarded}${unweighed.note}`,
    evidence: [...grantEvidence(grant, holding.holder, parts), ...unweighed.evidence],
    ...(guards.length > 0 && { severity: "medium" }),
    statements: [statement.id],
    ...(parts.length > 0 && { parts: parts.map((part) => ({ statement: statement.id, part })) }),
    waits,
    ...(policy.assumed && { confidence: "medium" }),
    ...unweighed.confidence,
  };
}

function undecided(held: HeldPolicy, unread: NonNullable<HeldPolicy["unread"]>, holder: Holder): Claim {
  const message = `${nameOf(holder)} could perhaps pass any role: ${whyUnread(held)}`;
  const evidence = [{ role: "primary", message: whyUnread(held), location: held.at }] as const;
  return { holds: "unknown", detail: `policy ${held.name}`, message, evidence, waits: [unread] };
}
