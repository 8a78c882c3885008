import type { Claim, Evidence } from "#model/finding.ts";
import type { Identity, Workload } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import { showText, wholeText } from "#model/text.ts";
import { both } from "#model/truth.ts";
import { type HeldPolicy, heldPolicies, vendorPolicy, whyUnread } from "./held-policies.ts";
import { type NotWeighed, notWeighed } from "./not-weighed.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { isPolicy, nameOf } from "./words.ts";

export default defineRule({
  id: "no-admin-machine-identity",
  family: "PRIV",
  severity: "high",
  title: "No machine is an administrator",
  why: "Code that can be tricked, and keys that can leak, should not be able to give themselves or others any access they like.",
  fix: "Attach a policy with the actions that the workload uses; leave administration to people or to a pipeline of its own.",
  inspects: "grants",
  absorbs: ["no-wildcard-action", "no-unscoped-passrole", "no-inverted-allow"],
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const { holder } = holding;
    if (isPolicy(holder) || holder.kind === "group" || holder.machine === "no") return;
    const policies = heldPolicies(holding, context);
    for (const held of policies) {
      if (held.policy?.origin === "vendor")
        yield claimOf(held.policy, held, holder, notWeighed(holding, policies, held.policy, context), context);
      else if (mayBeVendors(held)) yield undecided(held, holder);
    }
  },
});

/** Only a policy of which nobody knows the name yet may turn out to be one of AWS's. */
function mayBeVendors({ policy, attachment }: HeldPolicy): boolean {
  return policy === undefined && attachment !== undefined && !wholeText(attachment.policyText).known;
}

function claimOf(
  policy: Policy,
  held: HeldPolicy,
  holder: Identity,
  unweighed: NotWeighed,
  context: RuleContext<unknown>,
): Claim {
  const grade = context.semantics(holder).adminGrade(policy);
  const workloads = context.workloadsOf(holder.id);
  const is = grade.holds === "yes" ? "is an administrator" : "could perhaps be an administrator";
  return {
    holds: both(holder.machine, grade.holds),
    detail: held.name,
    message: `${nameOf(holder)} ${is} by policy ${held.name}${unweighed.note}`,
    evidence: [
      { role: "primary", message: vendorPolicy(policy), location: held.at },
      ...workloads.map(runsAs),
      ...unweighed.evidence,
    ],
    statements: policy.statements.map((one) => one.id),
    waits: grade.waits,
    ...(policy.assumed && { confidence: "medium" }),
    ...unweighed.confidence,
  };
}

function runsAs(workload: Workload): Evidence {
  return { role: "because", message: `${workload.type} ${showText(workload.name)} runs as it`, location: workload.at };
}

function undecided(held: HeldPolicy, holder: Identity): Claim {
  const message = `${nameOf(holder)} could perhaps be an administrator: it is not known yet which policy is attached`;
  const evidence = [{ role: "primary", message: whyUnread(held), location: held.at }] as const;
  return {
    holds: "unknown",
    detail: `policy ${held.name}`,
    message,
    evidence,
    waits: held.unread === undefined ? [] : [held.unread],
  };
}
