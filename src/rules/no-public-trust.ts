import type { Claim } from "#model/finding.ts";
import type { Identity } from "#model/identity.ts";
import type { TrustStatement } from "#model/policy.ts";
import type { Answer } from "#model/semantics.ts";
import { showOpenness } from "./open-statement.ts";
import { defineRule } from "./rule.ts";
import { nameOf } from "./words.ts";

export default defineRule({
  id: "no-public-trust",
  family: "TRUST",
  severity: "critical",
  title: "Not just anyone may assume a role",
  why: "A trust policy that lets anyone in hands the role to every account in the world.",
  fix: "Name the accounts, roles or services that assume the role, or pin the caller with aws:PrincipalOrgID.",
  inspects: "trust",
  absorbs: ["no-wildcard-trust-action"],
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims({ identity, statements }, context) {
    const semantics = context.semantics(identity);
    for (const statement of statements) {
      const open = semantics.entrants(statement, statements).find((one) => one.principal.kind === "anyone");
      if (open !== undefined) yield claimOf(statement, open, identity);
    }
    if (identity.trustUnread !== undefined) yield undecided(identity, identity.trustUnread);
  },
});

function claimOf(statement: TrustStatement, open: Answer, identity: Identity): Claim {
  return {
    holds: open.holds,
    detail: "*",
    message: `anyone ${open.holds === "yes" ? "can" : "could perhaps"} assume ${nameOf(identity)}`,
    evidence: [{ role: "primary", message: showOpenness(statement), location: statement.at }],
    statements: [statement.id],
    waits: open.waits,
  };
}

function undecided(identity: Identity, { hole, at }: NonNullable<Identity["trustUnread"]>): Claim {
  const message = `anyone could perhaps assume ${nameOf(identity)}: its trust policy is not wholly known before the deployment`;
  const evidence = [{ role: "primary", message: "not known before the deployment", location: at }] as const;
  return { holds: "unknown", detail: "*", message, evidence, waits: [hole] };
}
