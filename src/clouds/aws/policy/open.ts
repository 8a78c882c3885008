import type { Answer, OpenStatement } from "#model/semantics.ts";
import { holesOf } from "#model/text.ts";
import { both, either, type Truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { coversResources, isDeny, lowered, meansEverybody } from "./deny.ts";
import { isAttribute, knownPatterns, patternHoles, surelyContains } from "./patterns.ts";
import { pinsByDenial, pinsNobody } from "./pins.ts";

/** Whether anyone may use an allowing statement: see `Semantics.openToAnyone`. */
export function openToAnyone(statement: OpenStatement, document: readonly OpenStatement[]): Answer {
  const effect = allows(statement);
  const anyone = namesAnyone(statement);
  if (both(effect, anyone.holds) === "no" || deniedAgain(statement, document)) return { holds: "no", waits: [] };
  const unread: Truth = statement.unread === undefined ? "yes" : "unknown";
  const holds = both(effect, anyone.holds, pinsNobody(statement.conditions), unread);
  return {
    holds,
    waits:
      holds === "unknown"
        ? [...anyone.waits, ...conditionHoles(statement), ...(statement.unread === undefined ? [] : [statement.unread])]
        : [],
  };
}

export function allows(statement: OpenStatement): Truth {
  if (!statement.effect.known) return "unknown";
  return statement.effect.value === "allow" ? "yes" : "no";
}

/** Everybody but a few is everybody. A principal that is not known yet may be anyone, unless it can only be an attribute of a resource. */
function namesAnyone(statement: OpenStatement): { readonly holds: Truth; readonly waits: readonly Hole[] } {
  const set = statement.principals;
  if (set === undefined) return { holds: "no", waits: [] };
  if (set.match === "all-except") return { holds: "yes", waits: [] };
  const unknowns = set.principals.flatMap((one) =>
    one.kind === "unknown" && !isAttribute(one.hole) ? [one.hole] : [],
  );
  const anyone: Truth = set.principals.some((one) => one.kind === "anyone") ? "yes" : "no";
  return { holds: either(anyone, ...unknowns.map((): Truth => "unknown")), waits: unknowns };
}

function conditionHoles(statement: OpenStatement): readonly Hole[] {
  return statement.conditions.flatMap((one) => [one.key, ...one.values].flatMap(holesOf));
}

/** A denial for everybody, without a condition or for all but pinned callers, that covers what the statement allows. */
function deniedAgain(statement: OpenStatement, document: readonly OpenStatement[]): boolean {
  return document.some(
    (one) => isDeny(one) && one.unread === undefined && keepsOutStrangers(one) && coversAll(one, statement),
  );
}

/** Deny with NotPrincipal leaves those whom it names; one that is not known could be everybody. */
function leavesOnlyTheNamed({ principals }: OpenStatement): boolean {
  return (
    principals?.match === "all-except" &&
    principals.principals.every((one) => one.kind !== "anyone" && one.kind !== "unknown")
  );
}

/** Whether a denial leaves at most a fixed set of callers: those whom it names as exceptions, and those who pass one of its tests. */
export function keepsOutStrangers(denial: OpenStatement): boolean {
  return (meansEverybody(denial) || leavesOnlyTheNamed(denial)) && leavesOnlyThePinned(denial);
}

/** A denial applies to those who fail all of its tests: each of the tests must leave a fixed set. */
function leavesOnlyThePinned(denial: OpenStatement): boolean {
  return denial.conditions.every((one) => pinsByDenial(one) === "yes");
}

/** Whether a denial covers all actions and resources of a statement. */
export function coversAll(denial: OpenStatement, statement: OpenStatement): boolean {
  if (statement.actions.match === "all-except" || patternHoles(statement.actions).length > 0) return false;
  const denied = lowered(denial.actions);
  const actions = knownPatterns(lowered(statement.actions)).every((one) => surelyContains(denied, one));
  return (
    actions &&
    (denial.resources === undefined ||
      statement.resources === undefined ||
      sameOrCovers(denial.resources, statement.resources))
  );
}

function sameOrCovers(
  outer: NonNullable<OpenStatement["resources"]>,
  inner: NonNullable<OpenStatement["resources"]>,
): boolean {
  return inner.patterns.length === 0 || coversResources(outer, inner);
}
