import { ifThere } from "#model/choice.ts";
import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement, Policy } from "#model/policy.ts";
import type { Answer } from "#model/semantics.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { ActionTable } from "../data/actions.ts";
import { lowered, takesBack, unconditionalDenials } from "./deny.ts";
import { narrowings } from "./narrowings.ts";
import { allows } from "./open.ts";
import { isEverything, knownPatterns, patternHoles, surelyCovers } from "./patterns.ts";

/**
 * Who may do one of these on everything can give himself the rest.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
const granting = [
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreatePolicyVersion",
  "iam:PutGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
] as const;

/** A policy that is attached to many identities is judged once: one of AWS's may name a thousand actions. */
const everything = new WeakMap<PermissionStatement, Answer>();
const grades = new WeakMap<Policy, Answer>();

/** Everything on everything: see `Semantics.allowsEverything`. What is left after the denials must still be able to grant. */
export function allowsEverything(statement: PermissionStatement, policy: Policy): Answer {
  const found = everything.get(statement) ?? everythingOf(statement, policy);
  everything.set(statement, found);
  return found;
}

function everythingOf(statement: PermissionStatement, policy: Policy): Answer {
  const actions = everyAction(statement.actions);
  if (actions === "no") return { holds: "no", waits: [] };
  const resources = isEverything(statement.resources);
  if (resources.holds === "no") return { holds: "no", waits: [] };
  const denials = unconditionalDenials(policy.statements);
  const left = truth(granting.some((action) => !takesBack(denials, action, statement.resources)));
  return answer(statement, [actions, resources.holds, left], [...patternHoles(statement.actions), ...resources.waits]);
}

/** `*`, or all but a list that leaves the granting actions in. */
function everyAction(set: PatternSet): Truth {
  const unknown: Truth = patternHoles(set).length > 0 ? "unknown" : "no";
  if (set.match === "only") return either(truth(knownPatterns(set).some((one) => /^\*+(:\*+)?$/.test(one))), unknown);
  const patterns = knownPatterns(lowered(set));
  const granted = granting.some((action) => !patterns.some((one) => surelyCovers(one, action.toLowerCase())));
  return both(truth(granted), unknown === "no" ? "yes" : "unknown");
}

/** An administrator: see `Semantics.adminGrade`. */
export function adminGrade(policy: Policy, table: ActionTable): Answer {
  const found = grades.get(policy) ?? gradeOf(policy, table);
  grades.set(policy, found);
  return found;
}

function gradeOf(policy: Policy, table: ActionTable): Answer {
  const unread: readonly Answer[] = policy.unread === undefined ? [] : [{ holds: "unknown", waits: [policy.unread] }];
  const answers = [...policy.statements.map((one) => ifThere(one, adminStatement(one, policy, table))), ...unread];
  const holds = either(...answers.map((one) => one.holds));
  return { holds, waits: holds === "unknown" ? answers.flatMap((one) => one.waits) : [] };
}

function adminStatement(statement: PermissionStatement, policy: Policy, table: ActionTable): Answer {
  const resources = isEverything(statement.resources);
  if (resources.holds === "no" || narrowings(statement).length > 0) return { holds: "no", waits: [] };
  const denials = unconditionalDenials(policy.statements);
  const grants = truth(
    grantingActions(statement, table).some((action) => !takesBack(denials, action, statement.resources)),
  );
  const wide = either(truth(statement.actions.match === "all-except"), everyAction(statement.actions), grants);
  return answer(statement, [wide, resources.holds], [...patternHoles(statement.actions), ...resources.waits]);
}

/** What `*` reaches is said by `everyAction`. */
function grantingActions(statement: PermissionStatement, table: ActionTable): readonly string[] {
  if (statement.actions.match === "all-except") return [];
  const patterns = knownPatterns(lowered(statement.actions)).filter((one) => one.startsWith("iam:"));
  const reached = new Set(patterns.flatMap((one) => table.expand(one).map((fact) => fact.name)));
  return granting.filter((action) => reached.has(action));
}

function answer(statement: PermissionStatement, terms: readonly Truth[], waits: Answer["waits"]): Answer {
  const unread: Truth = statement.unread === undefined ? "yes" : "unknown";
  const holds = both(allows(statement), unread, ...terms);
  return {
    holds,
    waits: holds === "unknown" ? [...waits, ...(statement.unread === undefined ? [] : [statement.unread])] : [],
  };
}
