import type { PatternSet } from "#model/pattern.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import { either, type Truth, truth } from "#model/truth.ts";
import type { Hole } from "#model/value.ts";
import { isAttribute, isStar } from "./patterns.ts";

/** Whether resources are everything that a service has: `*`, or an ARN that names nothing but the service, `arn:aws:s3:::*`. Any service, where none is named. */
export function isAllOf(set: PatternSet, service?: string): Truth {
  return either(...set.patterns.map((text) => coversService(text, service)));
}

/** What it waits for to know. */
export function allOfWaits(set: PatternSet): readonly Hole[] {
  return set.patterns.filter((text) => firmOf(text) === undefined).flatMap(holesOf);
}

function coversService(text: Text, service: string | undefined): Truth {
  const pattern = firmOf(text);
  return pattern === undefined ? "unknown" : truth(isStar(pattern) || namesNothingIn(pattern, service));
}

/** Regions, accounts and names that stand for anything, or are left out: `arn:aws:logs:*:*:*`, `arn:aws:s3:::*` and a slash between stars. */
function namesNothingIn(pattern: string, service: string | undefined): boolean {
  const [arn, , named, ...rest] = pattern.split(":");
  const other = service !== undefined && named?.toLowerCase() !== service;
  if (arn !== "arn" || other || rest.length === 0) return false;
  return rest.every((part) => /^[*/]*$/.test(part)) && rest.some((part) => part.includes("*"));
}

/**
 * A text with something firm in the place of its holes: a name that is not known yet is no wildcard. Nothing where nobody can tell: one hole that may become
 * any text.
 */
export function firmOf(text: Text): string | undefined {
  const whole = wholeText(text);
  if (whole.known) return whole.value;
  const [only] = text;
  if (text.length === 1 && typeof only === "object" && !isAttribute(only)) return undefined;
  return text.map((part) => (typeof part === "string" ? part : (part.predicted ?? "000000000000"))).join("");
}
