import type { PatternSet } from "#model/pattern.ts";
import type { Answer, OpenStatement } from "#model/semantics.ts";
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
export function coversAll(denial: OpenStatement, statement: OpenStatement): Truth {
  return both(
    coversSet(actionsOf(denial), actionsOf(statement)),
    coversSet(resourcesOf(denial), resourcesOf(statement)),
  );
}

function actionsOf({ actions }: OpenStatement): PatternSet {
  return lowered(actions);
}

/** A trust policy is about its role. */
function resourcesOf({ resources }: OpenStatement): PatternSet {
  return resources ?? { match: "only", patterns: [] };
}

/** Whether the denials of a document keep strangers out of a statement: each of its actions, or each of its resources, may have a denial of its own. */
export function isShut(statement: OpenStatement, document: readonly OpenStatement[]): Answer {
  const found = document.map((one) => ({ one, keepsOut: keepsOutStrangers(one) }));
  const denials = found.filter(({ keepsOut }) => keepsOut !== "no");
  const holds = either(
    each(statement, denials, actionsOf, resourcesOf),
    each(statement, denials, resourcesOf, actionsOf),
  );
  const own = patternHoles(resourcesOf(statement));
  return { holds, waits: holds === "unknown" ? [...own, ...denials.flatMap(({ one }) => holesOfDenial(one))] : [] };
}

interface Denial {
  readonly one: OpenStatement;
  readonly keepsOut: Truth;
}

type Side = (statement: OpenStatement) => PatternSet;

/** Whether each item of one side of a statement is covered by a denial that covers the whole other side. */
function each(statement: OpenStatement, denials: readonly Denial[], side: Side, other: Side): Truth {
  const whole = denials.map(({ one, keepsOut }) => ({
    set: side(one),
    holds: both(keepsOut, coversSet(other(one), other(statement))),
  }));
  const items = itemsOf(side(statement));
  return both(...items.map((item) => either(...whole.map(({ set, holds }) => both(holds, coversSet(set, item))))));
}

function itemsOf({ match, patterns }: PatternSet): readonly PatternSet[] {
  return match === "all-except" || patterns.length < 2
    ? [{ match, patterns }]
    : patterns.map((one) => ({ match, patterns: [one] }));
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
function holesOfDenial({ unread, actions, resources, conditions }: OpenStatement): readonly Hole[] {
  return [
    ...(unread === undefined ? [] : [unread]),
    ...patternHoles(actions),
    ...(resources === undefined ? [] : patternHoles(resources)),
    ...conditions.flatMap((one) => [one.key, ...one.values].flatMap(holesOf)),
  ];
}
