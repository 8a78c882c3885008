import type { Condition } from "#model/policy.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { holesOf, type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { denialsOf, passesWithoutKey } from "./demands.ts";
import { isLiteral, positive } from "./pins.ts";

/** A test of a claim that whoever comes has to pass. */
export interface ClaimTest {
  /** `sub`, `aud`, `job_workflow_ref`; whole keys of AWS, `aws:requesttag/team`. In lower case. */
  readonly claim: string;
  readonly values: readonly Text[];
  /** Whether `*` and `?` stand for themselves. */
  readonly literal: boolean;
}

export interface ClaimTests {
  readonly tests: readonly ClaimTest[];
  /** Set when there may be further tests. */
  readonly perhaps: readonly Hole[];
  /** True when nobody passes all tests: one asks for a claim of another issuer. */
  readonly dead: boolean;
}

/** The tests that a token of an issuer has to pass; a denial for all who fail a test is one, too. */
export function claimTests(
  statement: OpenStatement,
  document: readonly OpenStatement[],
  issuer: string | undefined,
): ClaimTests {
  const denials = denialsOf(statement, document);
  const tests = [
    ...statement.conditions.filter((one) => isAsked(one, statement.conditions)),
    ...denials.flatMap(inverted),
  ];
  const read = tests.map((one) => ({ one, key: claimOf(one.key, issuer) }));
  return {
    tests: read.flatMap(({ one, key }) => (key.kind === "claim" ? [testOf(one, key.claim)] : [])),
    perhaps: [
      ...unclear(statement),
      ...denials.flatMap(unclear),
      ...read.flatMap(({ one, key }) => (key.kind === "unknown" ? holesOf(one.key) : [])),
    ],
    dead: read.some(({ key }) => key.kind === "another"),
  };
}

/** What of a statement is not known that may be a test. */
function unclear({ conditions, unread }: OpenStatement): readonly Hole[] {
  const operators = conditions.filter((one) => one.operator === "");
  return [...(unread === undefined ? [] : [unread]), ...operators.flatMap((one) => holesOf(one.key))];
}

/** A negated test is passed by everybody else, and one that passes without its key by whoever has none. */
function isAsked(condition: Condition, all: readonly Condition[]): boolean {
  return positive.has(condition.operator.toLowerCase()) && !passesWithoutKey(condition, all);
}

const inversions: ReadonlyMap<string, string> = new Map([
  ["stringnotequals", "StringEquals"],
  ["stringnotequalsignorecase", "StringEqualsIgnoreCase"],
  ["stringnotlike", "StringLike"],
]);

/** A denial with one negated test leaves who passes that test. */
function inverted({ conditions, unread }: OpenStatement): readonly Condition[] {
  const [only] = conditions;
  const operator = only === undefined ? undefined : inversions.get(only.operator.toLowerCase());
  if (only === undefined || operator === undefined || conditions.length !== 1 || unread !== undefined) return [];
  return only.qualifier === "ForAnyValue" ? [] : [{ operator, ifExists: false, key: only.key, values: only.values }];
}

function testOf({ operator, values }: Condition, claim: string): ClaimTest {
  return { claim, values, literal: isLiteral(operator) };
}

type Key = { readonly kind: "claim"; readonly claim: string } | { readonly kind: "another" | "unknown" };

/** `token.actions.githubusercontent.com:sub` is a claim of that issuer. The issuer of a key that is not wholly known is taken to be the right one. */
function claimOf(key: Text, issuer: string | undefined): Key {
  const whole = wholeText(key);
  const last = key.at(-1);
  const text = whole.known ? whole.value : typeof last === "string" ? last : undefined;
  if (text === undefined) return { kind: "unknown" };
  const colon = text.lastIndexOf(":");
  const prefix = text.slice(0, Math.max(colon, 0)).toLowerCase();
  if (prefix === "aws" || prefix === "sts") return { kind: "claim", claim: text.toLowerCase() };
  if (whole.known && issuer !== undefined && prefix !== issuer.toLowerCase()) return { kind: "another" };
  return { kind: "claim", claim: text.slice(colon + 1).toLowerCase() };
}
