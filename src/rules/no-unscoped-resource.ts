import type { Grant } from "#model/attachment.ts";
import type { Claim } from "#model/finding.ts";
import type { UnscopedAction } from "#model/semantics.ts";
import { grantEvidence, type HeldPolicy, heldPolicies, whyUnread } from "./held-policies.ts";
import { type NotWeighed, notWeighed } from "./not-weighed.ts";
import { defineRule, type Holder } from "./rule.ts";
import { list, nameOf, subjectOf } from "./words.ts";

export default defineRule({
  id: "no-unscoped-resource",
  family: "PRIV",
  severity: "medium",
  title: "Grants name their resources",
  why: 'Resource "*" means every bucket, queue and table that there is and will ever be, though the work needs one.',
  fix: "Name the resources that are needed. What can only be allowed on everything, such as s3:ListAllMyBuckets, belongs in a statement of its own.",
  inspects: "grants",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const policies = heldPolicies(holding, context);
    const semantics = context.semantics(subjectOf(holding.holder));
    for (const grant of holding.grants.filter(isOurs)) {
      const actions = semantics.unscopedActions(grant.statement, grant.policy);
      if (actions.length === 0) continue;
      const unweighed = notWeighed(holding, policies, grant.policy, context);
      for (const alike of alikes(actions)) yield claimOf(alike, grant, holding.holder, unweighed);
    }
    for (const held of policies)
      if (held.unread !== undefined && isOurs(held)) yield undecided(held, held.unread, holding.holder);
  },
});

/** A policy of the vendor's is for everybody and cannot name anyone's resources. */
function isOurs({ policy }: Pick<HeldPolicy, "policy">): boolean {
  return policy?.origin !== "vendor";
}

/** Actions that make one claim: those of one service, as far as they are as certain. What is another rule's defect as well stands alone. */
function alikes(actions: readonly UnscopedAction[]): readonly (readonly [string, readonly UnscopedAction[]])[] {
  const byDetail = Map.groupBy(actions, (one) => JSON.stringify([detailOf(one), one.holds]));
  return [...byDetail.values()].flatMap((group) => (group[0] === undefined ? [] : [[detailOf(group[0]), group]]));
}

function detailOf({ pattern, apart }: UnscopedAction): string {
  return apart ? pattern : pattern.replace(/:.*$/, "");
}

function claimOf(
  [detail, actions]: readonly [string, readonly UnscopedAction[]],
  grant: Grant,
  holder: Holder,
  unweighed: NotWeighed,
): Claim {
  const { statement } = grant;
  const holds = actions.some((one) => one.holds === "yes") ? "yes" : "unknown";
  const may = holds === "yes" ? "may do" : "could perhaps do";
  const patterns = actions.map((one) => one.pattern);
  return {
    holds,
    detail,
    message: `${nameOf(holder)} ${may} ${list(actions.map((one) => one.name))} on every resource${unweighed.note}`,
    evidence: [...grantEvidence(grant, holder, patterns), ...unweighed.evidence],
    ...(actions.some((one) => one.beyondReading && !one.onlyLogs) && { severity: "high" }),
    statements: [statement.id],
    parts: patterns.map((part) => ({ statement: statement.id, part })),
    waits: actions.flatMap((one) => one.waits),
    ...unweighed.confidence,
  };
}

function undecided(held: HeldPolicy, unread: NonNullable<HeldPolicy["unread"]>, holder: Holder): Claim {
  const message = `${nameOf(holder)} could perhaps act on every resource: ${whyUnread(held)}`;
  const evidence = [{ role: "primary", message: whyUnread(held), location: held.at }] as const;
  return { holds: "unknown", detail: `policy ${held.name}`, message, evidence, waits: [unread] };
}
