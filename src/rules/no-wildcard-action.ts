import type { Grant } from "#model/attachment.ts";
import type { Claim, Evidence, Severity } from "#model/finding.ts";
import { matchesGlob } from "#model/glob.ts";
import type { WildcardAction } from "#model/semantics.ts";
import { both, not } from "#model/truth.ts";
import {
  grantEvidence,
  type HeldPolicy,
  heldPolicies,
  isMadeForService,
  vendorFix,
  whyUnread,
} from "./held-policies.ts";
import { notWeighed } from "./not-weighed.ts";
import { defineRule, type Holder, type Inspected, type RuleContext } from "./rule.ts";
import { butFor, list, nameOf, subjectOf } from "./words.ts";

interface Options {
  /** Patterns that are accepted, compared without letter case. */
  readonly allow: readonly string[];
}

export default defineRule<"grants", Options>({
  id: "no-wildcard-action",
  family: "PRIV",
  severity: "high",
  title: "Grants name their actions",
  why: "A wildcard grants actions that nobody asked for, and those that AWS will add tomorrow.",
  fix: "Replace the wildcard by the actions that are used. Wildcards that only read (s3:Get*, ec2:Describe*) are fine.",
  inspects: "grants",
  absorbs: ["no-unscoped-resource", "no-unscoped-passrole", "no-inverted-allow"],
  covers: matchesGlob,
  defaults: { allow: [] },
  options: (z) =>
    z.strictObject({
      allow: z
        .array(z.string())
        .default([])
        .describe("action patterns that are accepted, as they are written: `logs:*`"),
    }),
  *claims(holding, context) {
    const policies = heldPolicies(holding, context);
    const allowed = new Set(context.options.allow.map((one) => one.toLowerCase()));
    for (const grant of holding.grants.filter((one) => !isMadeForService(one.policy))) {
      const all = context.semantics(subjectOf(holding.holder)).wildcardActions(grant.statement, grant.policy);
      const actions = all.filter((one) => one.beyondReading !== "no" && !allowed.has(one.pattern));
      const more = inverted(actions, grant);
      for (const action of actions) yield claimOf({ action, actions, more }, grant, holding, policies, context);
    }
    for (const held of policies) if (held.unread !== undefined) yield undecided(held, held.unread, holding.holder);
  },
});

/** A wildcard, and all that are reported of its statement. */
interface Reported {
  readonly action: WildcardAction;
  readonly actions: readonly WildcardAction[];
  /** Parts of the statement, beside the wildcards, that they say as well. */
  readonly more: readonly string[];
}

function claimOf(
  { action, actions, more }: Reported,
  grant: Grant,
  holding: Inspected["grants"],
  policies: readonly HeldPolicy[],
  context: RuleContext<unknown>,
): Claim {
  const unweighed = notWeighed(holding, policies, grant.policy, context);
  const vendor = grant.policy.origin === "vendor";
  const name = nameOf(holding.holder);
  const may = action.beyondReading === "yes" ? "may do" : "could perhaps do";
  const said = vendor ? list(widestFirst(actions)) : `${action.name}${exception(grant)}`;
  return {
    holds: action.beyondReading,
    detail: vendor ? (policies.find((one) => one.policy === grant.policy)?.name ?? grant.policy.id) : action.pattern,
    message: `${name} ${may} ${said}${unweighed.note}`,
    evidence: [
      ...grantEvidence(grant, holding.holder, [action.pattern]),
      ...reached(action, grant),
      ...unweighed.evidence,
    ],
    severity: severityOf(action, grant, holding.holder, context),
    statements: [grant.statement.id],
    parts: [action.pattern, ...more].map((part) => ({ statement: grant.statement.id, part })),
    waits: action.waits,
    ...(vendor && { fix: vendorFix(grant.policy) }),
    ...(grant.policy.assumed && { confidence: "medium" }),
    ...unweighed.confidence,
  };
}

function widestFirst(actions: readonly WildcardAction[]): readonly string[] {
  return [...actions].sort((a, b) => b.reaches.count - a.reaches.count).map((one) => one.name);
}

function exception({ statement: { resources } }: Grant): string {
  return resources.match === "all-except" ? ` on everything${butFor(resources)}` : "";
}

/** Where all that a statement allows is reported here, what it leaves out is said with it. That everything is allowed is more than one wildcard can say. */
function inverted(actions: readonly WildcardAction[], { statement }: Grant): readonly string[] {
  const all =
    actions.length === statement.actions.patterns.length && !actions.some((one) => /^[*:]+$/.test(one.pattern));
  return all && statement.resources.match === "all-except" ? ["NotResource"] : [];
}

/** What the wildcard comes to. */
function reached({ name, reaches: { count, examples } }: WildcardAction, { statement }: Grant): readonly Evidence[] {
  if (count === 0) return [];
  const such = count > examples.length ? ", such as" : ":";
  const message = `${name} is ${count} ${count === 1 ? "action" : "actions"}${such} ${list(examples)}`;
  return [{ role: "because", message, location: statement.at }];
}

/**
 * Managing permissions everywhere is as good as everything. A verb on resources that are named, which manages none, is one level less: `s3:DeleteObject*` on the own
 * bucket is what libraries grant who asks them for writing. So is what a condition narrows.
 */
function severityOf(
  action: WildcardAction,
  { statement }: Grant,
  holder: Holder,
  context: RuleContext<unknown>,
): Severity {
  const semantics = context.semantics(subjectOf(holder));
  const grave = both(action.managesPermissions, semantics.onEverything(statement).holds) === "yes";
  const narrowed = semantics.narrowings(statement).length > 0;
  if (grave) return narrowed ? "high" : "critical";
  const isNarrow = both(action.isNarrow, not(action.managesPermissions)) === "yes";
  if (isNarrow) return narrowed ? "low" : "medium";
  return narrowed ? "medium" : "high";
}

function undecided(held: HeldPolicy, unread: NonNullable<HeldPolicy["unread"]>, holder: Holder): Claim {
  const message = `${nameOf(holder)} could perhaps get wildcards: ${whyUnread(held)}`;
  const evidence = [{ role: "primary", message: whyUnread(held), location: held.at }] as const;
  return { holds: "unknown", detail: `policy ${held.name}`, message, evidence, waits: [unread] };
}
