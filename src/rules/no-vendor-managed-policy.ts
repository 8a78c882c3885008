import type { Claim, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { Identity } from "#model/identity.ts";
import type { Policy } from "#model/policy.ts";
import { wholeText } from "#model/text.ts";
import { type HeldPolicy, heldPolicies, isMadeForService, vendorPolicy } from "./held-policies.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { isPolicy, nameOf } from "./words.ts";

interface Options {
  /** Names of policies that may be attached, with `*` as wildcard. */
  readonly allow: readonly string[];
}

export default defineRule<"grants", Options>({
  id: "no-vendor-managed-policy",
  family: "PRIV",
  severity: "low",
  title: "Policies are your own",
  why: "A policy that AWS maintains is for everybody: it names no resource of yours, and AWS changes it without asking.",
  fix: "Write a policy of your own with what is used of it, or allow this one by name.",
  inspects: "grants",
  defaults: { allow: [] },
  options: (z) =>
    z.strictObject({
      allow: z
        .array(z.string().min(1))
        .default([])
        .describe(
          "names of AWS managed policies that may be attached; * stands for anything: `AWSLambda*ExecutionRole`",
        ),
    }),
  *claims(holding, context) {
    const { holder } = holding;
    if (isPolicy(holder)) return;
    for (const held of heldPolicies(holding, context)) {
      if (held.policy?.origin === "vendor") yield* attached(held, held.policy, holder, context);
      else if (mayBeVendors(held)) yield undecided(held, holder);
    }
  },
});

function* attached(held: HeldPolicy, policy: Policy, holder: Identity, context: RuleContext<Options>): Iterable<Claim> {
  const name = wholeText(policy.name);
  if (name.known && context.options.allow.some((one) => matchesGlob(one, name.value))) return;
  yield {
    holds: "yes",
    detail: held.name,
    message: `${nameOf(holder)} has ${name.known ? name.value : held.name}, a policy that AWS maintains`,
    evidence: [{ role: "primary", message: vendorPolicy(policy), location: held.at }],
    severity: severityOf(policy, holder, context),
  };
}

/** By content: what makes an administrator is worse than what AWS made for one of its services. */
function severityOf(policy: Policy, holder: Identity, context: RuleContext<Options>): Severity {
  const semantics = context.semantics(holder);
  if (semantics.adminGrade(policy).holds === "yes") return "high";
  if (isMadeForService(policy)) return "info";
  const wild = policy.statements.some((one) =>
    semantics.wildcardActions(one, policy).some((action) => action.beyondReading === "yes"),
  );
  return wild ? "medium" : "low";
}

function mayBeVendors({ policy, attachment }: HeldPolicy): boolean {
  return policy === undefined && attachment !== undefined && !wholeText(attachment.policyText).known;
}

function undecided(held: HeldPolicy, holder: Identity): Claim {
  const message = `${nameOf(holder)} could perhaps have a policy that AWS maintains: it is not known yet which is attached`;
  return {
    holds: "unknown",
    detail: `policy ${held.name}`,
    message,
    evidence: [{ role: "primary", message: "not known before the deployment", location: held.at }],
    waits: held.unread === undefined ? [] : [held.unread],
  };
}
