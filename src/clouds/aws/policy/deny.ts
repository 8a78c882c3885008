import type { PatternSet } from "#model/pattern.ts";
import type { PermissionStatement } from "#model/policy.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { knownPatterns, patternHoles, surelyContains } from "./patterns.ts";

/** The statements that deny whatever the conditions are: the only ones that surely take something back. */
export function unconditionalDenials<T extends OpenStatement>(statements: readonly T[]): readonly T[] {
  return statements.filter(
    (one) => isDeny(one) && one.conditions.length === 0 && one.unread === undefined && meansEverybody(one),
  );
}

/** One that is a denial only in some form of a choice is none that could be counted on. */
export function isDeny(statement: OpenStatement): boolean {
  return statement.form === undefined && statement.effect.known && statement.effect.value === "deny";
}

/** A denial of an identity policy is about its holder; one of a resource policy must name everybody. */
export function meansEverybody(statement: OpenStatement): boolean {
  return (
    statement.principals === undefined ||
    (statement.principals.match === "only" && statement.principals.principals.some((one) => one.kind === "anyone"))
  );
}

/** Whether denials surely take an action back on all of the resources that a statement allows it on. */
export function takesBack(denials: readonly PermissionStatement[], action: string, resources: PatternSet): boolean {
  return takingBack(denials, resources)?.(action) === true;
}

/** The same for many actions: a wildcard may reach thousands, and a document may have thousands of denials. Undefined where they take nothing back. */
export function takingBack(
  denials: readonly PermissionStatement[],
  resources: PatternSet,
): ((action: string) => boolean) | undefined {
  const denied = denials.filter((one) => coversResources(one.resources, resources)).map((one) => lowered(one.actions));
  if (denied.length === 0) return undefined;
  return (action) => denied.some((set) => surelyContains(set, action.toLowerCase()));
}

/** Whether one set of resources surely covers another one. */
export function coversResources(outer: PatternSet, inner: PatternSet): boolean {
  if (outer.match === "only" && knownPatterns(outer).includes("*")) return true;
  if (inner.match === "all-except" || patternHoles(inner).length > 0 || inner.patterns.length === 0) return false;
  return knownPatterns(inner).every((one) => surelyContains(outer, one));
}

/** Actions are compared without letter case. */
export function lowered(set: PatternSet): PatternSet {
  const found = inLowerCase.get(set) ?? {
    match: set.match,
    patterns: set.patterns.map((text) => text.map((part) => (typeof part === "string" ? part.toLowerCase() : part))),
  };
  inLowerCase.set(set, found);
  return found;
}

const inLowerCase = new WeakMap<PatternSet, PatternSet>();
