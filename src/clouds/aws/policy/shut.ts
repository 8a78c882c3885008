import type { PatternSet } from "#model/pattern.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { both, either, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { isDeny, lowered } from "./deny.ts";
import { isAttribute, knownPatterns, patternHoles, surelyContains } from "./patterns.ts";
import { pinsByDenial } from "./pins.ts";

/** Whether a statement is surely a denial, and one that leaves at most a fixed set of callers: those whom it names as exceptions, and those who pass one of its tests. */
export function keepsOutStrangers(one: OpenStatement): Truth {
  if (!isDeny(one)) return "no";
  const read: Truth = one.unread === undefined ? "yes" : "unknown";
  // A denial applies to those who fail all of its tests: each of the tests must leave a fixed set.
  return both(read, meansStrangers(one), ...one.conditions.map(pinsByDenial));
}

/** Everybody, or everybody but a few. A principal that is not known yet could be everybody, unless it can only be an attribute of a resource. */
function meansStrangers({ principals }: OpenStatement): Truth {
  if (principals === undefined) return "yes";
  const named = principals.principals.map((one): Truth => {
    if (one.kind === "unknown") return isAttribute(one.hole) ? "no" : "unknown";
    return truth(one.kind === "anyone");
  });
  const everybody = either(...named);
  if (principals.match === "only") return everybody;
  return everybody === "yes" ? "no" : everybody === "no" ? "yes" : "unknown";
}

/** Whether a denial covers all actions and resources of a statement. */
export function coversAll(denial: OpenStatement, { actions, resources }: OpenStatement): Truth {
  const covered = coversSet(lowered(denial.actions), lowered(actions));
  if (denial.resources === undefined || resources === undefined) return covered;
  return both(covered, coversSet(denial.resources, resources));
}

function coversSet(outer: PatternSet, inner: PatternSet): Truth {
  if (outer.match === "only" && knownPatterns(outer).some((one) => /^\*+$/.test(one))) return "yes";
  if (inner.match === "all-except") return outer.match === "only" ? "no" : coversSet(only(inner), only(outer));
  return both(...inner.patterns.map((one) => contains(outer, one)));
}

function only({ patterns }: PatternSet): PatternSet {
  return { match: "only", patterns };
}

/** Where either is not known yet, the one may well be in the other. */
function contains(set: PatternSet, pattern: Text): Truth {
  const value = wholeText(pattern);
  if (value.known && surelyContains(set, value.value)) return "yes";
  return value.known && patternHoles(set).length === 0 ? "no" : "unknown";
}

/** What a denial waits for that perhaps keeps strangers out. */
export function holesOfDenial({ unread, actions, resources, conditions }: OpenStatement): readonly Hole[] {
  return [
    ...(unread === undefined ? [] : [unread]),
    ...patternHoles(actions),
    ...(resources === undefined ? [] : patternHoles(resources)),
    ...conditions.flatMap((one) => [one.key, ...one.values].flatMap(holesOf)),
  ];
}
