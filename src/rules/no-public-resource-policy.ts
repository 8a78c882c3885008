import type { Claim, Evidence, Severity } from "#model/finding.ts";
import type { Target } from "#model/identity.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import { showText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { showOpenness } from "./open-statement.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { showStatement } from "./words.ts";

export default defineRule({
  id: "no-public-resource-policy",
  family: "TRUST",
  severity: "critical",
  title: "Not just anyone may use a resource",
  why: "A resource policy that lets anyone in opens the data or the function behind it to every account in the world.",
  fix: "Name the accounts or services that need it, or pin the caller with aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn.",
  frameworks: { "owasp-nhi": ["NHI3"], "cis-aws-7.0": ["2.21"] },
  inspects: "resource",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ target, policies }, context) {
    for (const policy of policies) {
      for (const statement of policy.statements) yield claimOf(statement, policy, target, context);
      if (policy.unread !== undefined) yield undecided(policy, policy.unread, target);
    }
  },
});

function claimOf(statement: PermissionStatement, policy: Policy, target: Target, context: RuleContext<unknown>): Claim {
  const semantics = context.semantics(target);
  const open = semantics.openToAnyone(statement, policy.statements);
  const shut = target.publicAccessBlock;
  const name = nameOf(target);
  return {
    holds: open.holds,
    detail: "*",
    message: `anyone ${open.holds === "yes" ? "can" : "could perhaps"} use ${name}${shut?.blocks === "yes" ? ", were it not for its public access block" : ""}`,
    evidence: [
      { role: "primary", message: `${showOpenness(statement)}: ${showStatement(statement)}`, location: statement.at },
      ...guards(shut),
    ],
    severity: shut?.blocks === "yes" ? "low" : severities[semantics.reach(statement)],
    statements: [statement.id],
    waits: open.waits,
  };
}

const severities = { secrets: "critical", write: "critical", read: "high" } as const satisfies Record<string, Severity>;

function guards(shut: Target["publicAccessBlock"]): readonly Evidence[] {
  return shut?.blocks === "yes"
    ? [{ role: "because", message: "a public access block keeps the public out for now", location: shut.at }]
    : [];
}

function undecided(policy: Policy, unread: Hole, target: Target): Claim {
  const message = `anyone could perhaps use ${nameOf(target)}: its policy is not wholly known before the deployment`;
  return {
    holds: "unknown",
    detail: "*",
    message,
    evidence: [{ role: "primary", message: "not known before the deployment", location: policy.at }],
    waits: [unread],
  };
}

function nameOf(target: Target): string {
  const name = showText(target.name);
  return name === "" || target.name.some((part) => typeof part !== "string")
    ? target.address
    : `${target.type} ${name}`;
}
