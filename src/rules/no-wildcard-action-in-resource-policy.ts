import type { Claim } from "#model/finding.ts";
import type { Target } from "#model/identity.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { Answer, Entrant } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { both, not, type Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { showActions } from "./open-statement.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { showStatement } from "./statement-words.ts";
import { list, nameOrAddress } from "./words.ts";

export default defineRule({
  id: "no-wildcard-action-in-resource-policy",
  family: "TRUST",
  severity: "high",
  title: "Resource policies name the actions that they allow",
  why: "Who may do everything with a resource may also delete it, and rewrite the very policy that lets him in.",
  fix: "Name the actions that the other side uses, such as sqs:SendMessage. The account that owns a key may keep kms:*.",
  inspects: "resource",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ target, policies }, context) {
    for (const policy of policies) {
      for (const statement of policy.statements) yield* claimsOf(statement, policy, target, context);
      if (policy.unread !== undefined) yield undecided(policy, policy.unread, target);
    }
  },
});

/** Somebody who gets in and is not the owner, surely or perhaps. */
interface Other {
  readonly entrant: Entrant;
  readonly holds: Truth;
}

function* claimsOf(
  statement: PermissionStatement,
  policy: Policy,
  target: Target,
  context: RuleContext<unknown>,
): Iterable<Claim> {
  const semantics = context.semantics(target);
  const whole = semantics.wholeServices(statement, policy);
  if (whole.length === 0) return;
  const others = semantics
    .entrants(statement, policy.statements)
    .map(
      (entrant): Other => ({
        entrant,
        holds: both(entrant.holds, sure(entrant), not(semantics.isOwner(entrant.principal, target, policy))),
      }),
    )
    .filter(({ holds }) => holds !== "no");
  const worst = others.some(({ holds }) => holds === "yes") ? "yes" : "unknown";
  const meant = others.filter(({ holds }) => holds === worst);
  if (meant.length === 0) return;
  const narrowed = semantics.narrowings(statement).length > 0;
  for (const one of whole) {
    const claim = claimOf(one, both(one.holds, worst), meant, statement, target);
    yield narrowed ? { ...claim, severity: "medium" } : claim;
  }
}

/** A principal that nobody knows yet may be the owner. */
function sure({ principal }: Entrant): Truth {
  return principal.kind === "unknown" ? "unknown" : "yes";
}

function claimOf(
  { pattern, waits }: Answer & { readonly pattern: string },
  holds: Truth,
  others: readonly Other[],
  statement: PermissionStatement,
  target: Target,
): Claim {
  const names = list(others.map(({ entrant }) => showText(entrant.principal.text)));
  const everything = pattern === "NotAction" ? showActions(statement) : pattern;
  const unnamed = others.flatMap(({ entrant: { principal } }) =>
    principal.kind === "unknown" ? [principal.hole] : [],
  );
  return {
    holds,
    detail: pattern,
    message: `${names} ${holds === "yes" ? "may do" : "could perhaps do"} ${everything} on ${nameOrAddress(target)}`,
    evidence: [{ role: "primary", message: showStatement(statement), location: statement.at }],
    statements: [statement.id],
    waits: holds === "unknown" ? [...waits, ...unnamed, ...others.flatMap(({ entrant }) => entrant.waits)] : [],
    ...(holds === "unknown" && target.account === undefined && { needs: [`the account of ${nameOrAddress(target)}`] }),
  };
}

function undecided(policy: Policy, unread: Hole, target: Target): Claim {
  const message = `somebody could perhaps do everything with ${nameOrAddress(target)}: its policy is not wholly known before the deployment`;
  const evidence = [{ role: "primary", message: "not known before the deployment", location: policy.at }] as const;
  return { holds: "unknown", detail: `policy of ${policy.address}`, message, evidence, waits: [unread] };
}
