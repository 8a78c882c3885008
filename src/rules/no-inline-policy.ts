import { doubtOf } from "#model/choice.ts";
import type { Identity } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import { type HeldPolicy, heldPolicies } from "./held-policies.ts";
import { defineRule } from "./rule.ts";
import { isPolicy, nameOf } from "./words.ts";

export default defineRule({
  id: "no-inline-policy",
  family: "PRIV",
  severity: "low",
  title: "Policies stand by themselves",
  why: "An inline policy belongs to one identity: it cannot be shared, versioned or looked up by who has it.",
  fix: "Make it a managed policy and attach it. Leave this rule off where a tool writes inline policies by design, as CDK and SAM do.",
  inspects: "grants",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const { holder } = holding;
    if (isPolicy(holder)) return;
    for (const held of heldPolicies(holding, context))
      if (held.policy?.origin === "inline") yield claimOf(held, held.policy, holder);
  },
});

/** An inline policy of which no word is sure may turn out to be empty, which is none. */
function claimOf(held: HeldPolicy, { statements }: Policy, holder: Identity) {
  const doubt = statements.length === 0 ? held.unread : doubtOf(statements);
  return {
    holds: doubt === undefined ? "yes" : "unknown",
    detail: "inline",
    message: `${nameOf(holder)} ${doubt === undefined ? "has" : "could perhaps have"} the inline policy ${held.name}`,
    evidence: [{ role: "primary", message: "the policy is written into its holder", location: held.at }],
    waits: doubt === undefined ? [] : [doubt],
  } as const;
}
