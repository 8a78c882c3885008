import type { Form } from "#model/choice.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import { coversResources, lowered } from "./deny.ts";
import { isStar, knownPatterns, patternHoles, surelyContains } from "./patterns.ts";

/**
 * Whether denials of the same policy take an action back on the resources of a statement: its name goes in, the answer comes out. A denial under a condition
 * takes nothing back. One that spares a few named resources (NotResource) leaves only those: what it takes back is no longer granted on everything.
 */
export function takenBack(statement: PermissionStatement, policy: Policy): (action: string) => Truth {
  const denials = policy.statements
    .filter((one) => one !== statement && one.conditions.length === 0)
    .map((one) => ({ one, applies: applies(one, statement) }))
    .filter(({ applies }) => applies !== "no")
    .map(({ one, applies }) => ({ actions: lowered(one.actions), applies }));
  return (action) => {
    const name = action.toLowerCase();
    return either(...denials.map((one) => both(one.applies, contains(one.actions, name))));
  };
}

/** Whether a statement is a denial, and about all that another one allows its actions on. */
function applies(one: PermissionStatement, statement: PermissionStatement): Truth {
  const denies = one.effect.known ? truth(one.effect.value === "deny") : "unknown";
  // A denial that is there only in some form takes something back only there.
  const isThere = one.form === undefined || isSameForm(one.form, statement.form);
  const read: Truth = one.unread === undefined && isThere ? "yes" : "unknown";
  return denies === "no" ? "no" : both(denies, read, coversOrSpares(one.resources, statement.resources));
}

function isSameForm(one: Form, other: Form | undefined): boolean {
  return one.choice === other?.choice && one.form === other.form;
}

function coversOrSpares(denied: PatternSet, allowed: PatternSet): Truth {
  if (coversResources(denied, allowed)) return "yes";
  if (denied.match === "all-except" && patternHoles(denied).length === 0)
    return truth(!knownPatterns(denied).some(isStar));
  return patternHoles(denied).length > 0 ? "unknown" : "no";
}

function contains(set: PatternSet, action: string): Truth {
  if (surelyContains(set, action)) return "yes";
  if (patternHoles(set).length === 0) return "no";
  return set.match === "only" || surelyContains({ match: "all-except", patterns: known(set) }, action)
    ? "unknown"
    : "no";
}

function known(set: PatternSet): PatternSet["patterns"] {
  return knownPatterns(set).map((one) => [one]);
}
