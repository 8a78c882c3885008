import type { Claim, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { PublicAccessBlock, Target } from "#model/identity.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { Answer, Reach } from "#model/semantics.ts";
import { showText, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { showActions, showOpenness } from "./open-statement.ts";
import { guardEvidence, guardOver, isShut, showGuard } from "./public-guard.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { showStatement } from "./statement-words.ts";

/** A resource that is meant to be open to anyone. */
interface Public {
  /** Its name or address, with `*` as wildcard. */
  readonly resource: string;
  readonly reason: string;
  /** What anyone may do: only read, or anything that the policy says. */
  readonly access: "read" | "any";
}

interface Options {
  readonly public: readonly Public[];
}

export default defineRule<"resource", Options>({
  id: "no-public-resource-policy",
  family: "TRUST",
  severity: "critical",
  title: "Not just anyone may use a resource",
  why: "A resource policy that lets anyone in opens the data or the function behind it to every account in the world.",
  fix: "Name the accounts or services that need it, or pin the caller with aws:PrincipalOrgID, aws:SourceAccount or aws:SourceArn.",
  inspects: "resource",
  absorbs: ["no-wildcard-action-in-resource-policy"],
  defaults: { public: [] },
  options: (z) =>
    z.strictObject({
      public: z
        .array(
          z.strictObject({
            resource: z.string().min(1).describe("its name or address; * stands for anything"),
            reason: z.string().min(1),
            access: z.enum(["read", "any"]).default("read").describe("what anyone may do: only read, or anything"),
          }),
        )
        .default([])
        .describe("resources that are meant to be public: resource, reason, and access, which is read or any"),
    }),
  *claims({ target, policies }, context) {
    for (const policy of policies) {
      const guard = guardOver(policy, target);
      for (const statement of policy.statements) {
        const open = context.semantics(target).openToAnyone(statement, policy.statements);
        if (open.holds !== "no") yield claimOf(statement, open, { target, guard }, context);
      }
      if (policy.unread !== undefined && !isMeant(target, "write", context.options))
        yield undecided(policy, policy.unread, { target, guard });
    }
  },
});

/** A resource, and what keeps the public out of what one of its policies opens. */
interface Guarded {
  readonly target: Target;
  readonly guard: PublicAccessBlock | undefined;
}

function claimOf(
  statement: PermissionStatement,
  open: Answer,
  { target, guard }: Guarded,
  context: RuleContext<Options>,
): Claim {
  const reach = context.semantics(target).reach(statement);
  const can = open.holds === "yes" ? "can" : "could perhaps";
  return {
    holds: isMeant(target, reach, context.options) ? "no" : open.holds,
    detail: "*",
    message: `anyone ${can} call ${showActions(statement)} on ${nameOf(target)}${isShut(guard) ? `, were it not for its ${showGuard(guard)}` : ""}`,
    evidence: [
      { role: "primary", message: `${showOpenness(statement)}: ${showStatement(statement)}`, location: statement.at },
      ...guardEvidence(guard),
    ],
    severity: isShut(guard) ? "low" : severities[reach],
    statements: [statement.id],
    waits: open.waits,
  };
}

const severities = { secrets: "critical", write: "critical", read: "high" } as const satisfies Record<Reach, Severity>;

/** Whether the ruleset declares that anyone may reach this far. */
function isMeant(target: Target, reach: Reach, options: Options): boolean {
  const names = [showText(target.name), target.address];
  return options.public.some(
    ({ resource, access }) =>
      (access === "any" || reach === "read") && names.some((name) => matchesGlob(resource, name)),
  );
}

function undecided(policy: Policy, unread: Hole, { target, guard }: Guarded): Claim {
  const message = `anyone could perhaps use ${nameOf(target)}: its policy is not wholly known before the deployment`;
  return {
    holds: "unknown",
    detail: "*",
    message,
    evidence: [
      { role: "primary", message: "not known before the deployment", location: policy.at },
      ...guardEvidence(guard),
    ],
    ...(isShut(guard) && { severity: "low" }),
    waits: [unread],
  };
}

function nameOf({ name, address }: Target): string {
  const known = wholeText(name);
  return known.known && known.value !== "" ? showText(name) : address;
}
