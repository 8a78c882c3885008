import type { PatternSet } from "#model/pattern.ts";
import type { Condition, PermissionStatement, Policy } from "#model/policy.ts";
import type { PartialAnswer } from "#model/semantics.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { both, either, not, type Truth, truth } from "#model/truth.ts";
import { lowered } from "./deny.ts";
import { firmOf } from "./effective-star.ts";
import { keyOf, limits } from "./narrowed.ts";
import { allows } from "./open.ts";
import { knownPatterns, patternHoles, surelyContains, surelyCovers } from "./patterns.ts";
import { takenBack } from "./taken-back.ts";

const passRole = "iam:passrole";

/** Whether a statement lets its holder pass any role: see `Semantics.passesAnyRole`. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export function passesAnyRole(statement: PermissionStatement, policy: Policy): PartialAnswer {
  const actions = lowered(statement.actions);
  const reaches = reachesPassRole(actions);
  const grants = reaches === "no" ? "no" : both(allows(statement), reaches, everyRole(statement.resources));
  if (grants === "no") return nobody;
  const limited = either(...statement.conditions.map(limitsPassing));
  const read: Truth = statement.unread === undefined ? "yes" : "unknown";
  const holds = both(grants, read, not(limited), not(takenBack(statement, policy)(passRole)));
  return { holds, waits: holds === "unknown" ? waitsOf(statement) : [], parts: partsOf(actions) };
}

const nobody: PartialAnswer = { holds: "no", waits: [], parts: [] };

function reachesPassRole(actions: PatternSet): Truth {
  if (surelyContains(actions, passRole)) return "yes";
  return patternHoles(actions).length > 0 ? "unknown" : "no";
}

function partsOf(actions: PatternSet): readonly string[] {
  if (actions.match === "all-except") return ["NotAction"];
  return knownPatterns(actions).filter((one) => surelyCovers(one, passRole));
}

/** Whether resources are every role of an account. A name that only begins with a wildcard, or a path, is some roles. */
function everyRole(set: PatternSet): Truth {
  const roles = either(...set.patterns.map(coversRoles));
  return set.match === "only" ? roles : not(roles);
}

function coversRoles(text: Text): Truth {
  const pattern = firmOf(text);
  if (pattern === undefined) return "unknown";
  const [, partition = "", , , account = ""] = pattern.split(":");
  const place = `arn:${literal(partition, "aws")}:iam::${literal(account, "000000000000")}:role/*`;
  return truth(surelyCovers(pattern, place));
}

function literal(part: string, otherwise: string): string {
  return part === "" || /[*?]/.test(part) ? otherwise : part;
}

/**
 * Whether a condition limits which roles may be passed, or to whom. AWS fills `iam:PassedToService` whenever a role is passed, so that it limits also where
 * an absent key would pass.
 */
function limitsPassing(condition: Condition): Truth {
  if (condition.operator === "" || !wholeText(condition.key).known) return "unknown";
  const key = keyOf(condition);
  if (/not|null/i.test(condition.operator) || !limiting.some((one) => key.startsWith(one))) return "no";
  const always = key === "iam:passedtoservice";
  const skipped = condition.ifExists || condition.qualifier === "ForAllValues";
  return skipped && !always ? "no" : limits(condition);
}

const limiting = ["iam:passedtoservice", "iam:associatedresourcearn", "iam:resourcetag/", "aws:resourcetag/"];

function waitsOf({ actions, resources, conditions, unread }: PermissionStatement): PartialAnswer["waits"] {
  const written = [
    ...actions.patterns,
    ...resources.patterns,
    ...conditions.flatMap((one) => [one.key, ...one.values]),
  ];
  return [...written.flatMap(holesOf), ...(unread === undefined ? [] : [unread])];
}
