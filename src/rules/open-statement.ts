import type { Condition } from "#model/policy.ts";
import type { PrincipalSet } from "#model/principal.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { distinctActions } from "./statement-words.ts";
import { list } from "./words.ts";

/** Who a statement lets in, as its document says it, and what it does not ask for: `Principal "*" without a condition that pins the caller`. */
export function showOpenness(statement: OpenStatement): string {
  const conditions = [...new Set(statement.conditions.map(showCondition))];
  const without =
    conditions.length === 0 ? "without a condition that pins the caller" : `where ${list(conditions)} pins no caller`;
  return `${showPrincipals(statement.principals)} ${without}`;
}

/** What a statement lets its callers do: `s3:GetObject, s3:ListBucket`, `everything but s3:DeleteBucket`. */
export function showActions({ actions }: OpenStatement): string {
  const names = list(distinctActions(actions.patterns.map(showText)));
  return actions.match === "only" ? names : `everything but ${names}`;
}

function showCondition({ qualifier, operator, ifExists, key }: Condition): string {
  return `${qualifier === undefined ? "" : `${qualifier}:`}${operator}${ifExists ? "IfExists" : ""} ${showText(key)}`;
}

function showPrincipals(set: PrincipalSet | undefined): string {
  if (set === undefined) return "no principal";
  const names = list(set.principals.map((one) => `"${showText(one.text)}"`));
  return set.match === "only" ? `Principal ${names}` : `everybody but ${names}`;
}
