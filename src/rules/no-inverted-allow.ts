import type { Grant } from "#model/attachment.ts";
import type { Claim, Evidence, Severity } from "#model/finding.ts";
import type { Inversion } from "#model/semantics.ts";
import { grantEvidence, type HeldPolicy, heldPolicies, vendorFix, whyUnread } from "./held-policies.ts";
import { notWeighed } from "./not-weighed.ts";
import { defineRule, type Holder, type Inspected, type RuleContext } from "./rule.ts";
import { list, nameOf, subjectOf } from "./words.ts";

export default defineRule({
  id: "no-inverted-allow",
  family: "PRIV",
  severity: "high",
  title: "Grants say what they give, not what they leave out",
  why: "NotAction and NotResource in an Allow grant everything that is not listed: all other services, and whatever AWS adds tomorrow.",
  fix: "List what is needed in Action and Resource; to forbid a few things, use a Deny beside a grant that names its actions.",
  inspects: "grants",
  defaults: {},
  options: (z) => z.strictObject({}),
  *claims(holding, context) {
    const policies = heldPolicies(holding, context);
    const semantics = context.semantics(subjectOf(holding.holder));
    for (const grant of holding.grants)
      for (const inversion of semantics.inversions(grant.statement, grant.policy))
        if (inversion.holds !== "no") yield claimOf(inversion, grant, holding, policies, context);
    for (const held of policies) if (held.unread !== undefined) yield undecided(held, held.unread, holding.holder);
  },
});

function claimOf(
  inversion: Inversion,
  grant: Grant,
  holding: Inspected["grants"],
  policies: readonly HeldPolicy[],
  context: RuleContext<unknown>,
): Claim {
  const { element, holds } = inversion;
  const { holder } = holding;
  const unweighed = notWeighed(holding, policies, grant.policy, context);
  const vendor = grant.policy.origin === "vendor";
  const may = holds === "yes" ? "may" : "could perhaps";
  return {
    holds,
    detail: vendor ? (policies.find((one) => one.policy === grant.policy)?.name ?? grant.policy.id) : element,
    message: `${nameOf(holder)} ${may} ${what(inversion)}${unweighed.note}`,
    evidence: [...grantEvidence(grant, holder), amount(inversion, grant), ...unweighed.evidence],
    severity: severityOf(inversion, grant, holder, context),
    statements: [grant.statement.id],
    parts: [{ statement: grant.statement.id, part: element }],
    waits: inversion.waits,
    ...(vendor && { fix: vendorFix(grant.policy) }),
    ...(grant.policy.assumed && { confidence: "medium" }),
    ...unweighed.confidence,
  };
}

function what({ element, except, everywhere, reaches }: Inversion): string {
  const actions = reaches.count === 0 ? "what is not known yet" : list(reaches.examples);
  if (element === "NotResource") return `do ${actions} on everything but ${list(except)}`;
  return `do everything but ${list(except)}${everywhere ? "" : " on its resources"}`;
}

/** What it comes to. */
function amount({ reaches: { count, examples } }: Inversion, { statement }: Grant): Evidence {
  const such = count > examples.length ? ", such as" : ":";
  const message =
    count === 0
      ? "which actions it leaves is not known yet"
      : `it leaves ${count} ${count === 1 ? "action" : "actions"}${such} ${list(examples)}`;
  return { role: "because", message, location: statement.at };
}

/** A condition that narrows, a few resources, or reading alone make it one level less. */
function severityOf(inversion: Inversion, grant: Grant, holder: Holder, context: RuleContext<unknown>): Severity {
  const narrowed = context.semantics(subjectOf(holder)).narrowings(grant.statement).length > 0;
  return inversion.everywhere && inversion.beyondReading && !narrowed ? "high" : "medium";
}

function undecided(held: HeldPolicy, unread: NonNullable<HeldPolicy["unread"]>, holder: Holder): Claim {
  const message = `${nameOf(holder)} could perhaps get everything but a few things: ${whyUnread(held)}`;
  const evidence = [{ role: "primary", message: whyUnread(held), location: held.at }] as const;
  return { holds: "unknown", detail: `policy ${held.name}`, message, evidence, waits: [unread] };
}
