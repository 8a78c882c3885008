import type { Condition } from "#model/policy.ts";
import { holesOf, showText, type Text, wholeText } from "#model/text.ts";
import { both, not, type Truth, truth } from "#model/truth.ts";
import { parseArn } from "../arn.ts";
import { type PinKind, pinningKeys } from "./condition-keys.ts";
import { isAttribute } from "./patterns.ts";

export const positive = new Set([
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "ipaddress",
  "bool",
]);
export const negative = new Set([
  "stringnotequals",
  "stringnotequalsignorecase",
  "stringnotlike",
  "arnnotequals",
  "arnnotlike",
  "notipaddress",
]);

/** Whether a condition pins the caller: it holds only for callers of a fixed set. A test that also passes where the key is absent pins nobody. */
export function pins(condition: Condition): Truth {
  if (condition.ifExists || condition.qualifier === "ForAllValues") return "no";
  return positive.has(condition.operator.toLowerCase()) ? valuesPin(condition) : unknownOperator(condition);
}

/**
 * Whether a denial under this condition leaves just a fixed set of callers. An absent key passes a negated test, so that the denial holds. Services of
 * AWS, who belong to no organization, are left by `BoolIfExists aws:PrincipalIsAWSService false`; without IfExists the anonymous are left too, whose
 * requests do not have the key.
 */
export function pinsByDenial(condition: Condition): Truth {
  if (condition.qualifier === "ForAnyValue" || isUnreachable(condition)) return "no";
  if (negative.has(condition.operator.toLowerCase())) return valuesPin(condition);
  if (condition.operator === "") return "unknown";
  return truth(leavesServices(condition));
}

/** A key with several values never passes a test without a set qualifier where it is present, not even a negated one: such a denial denies nobody. */
function isUnreachable({ key, qualifier }: Condition): boolean {
  return qualifier === undefined && /orgpaths$/i.test(showText(key));
}

function leavesServices({ operator, ifExists, key, values }: Condition): boolean {
  return (
    ifExists &&
    operator.toLowerCase() === "bool" &&
    showText(key).toLowerCase() === "aws:principalisawsservice" &&
    values.length > 0 &&
    values.every((one) => showText(one).toLowerCase() === "false")
  );
}

function unknownOperator(condition: Condition): Truth {
  return condition.operator === "" ? "unknown" : "no";
}

/** One value that fits is enough for the test, so each must be fixed. */
function valuesPin(condition: Condition): Truth {
  const key = wholeText(condition.key);
  if (!key.known) return "unknown";
  const kind = pinningKeys.get(key.value.toLowerCase());
  if (kind === undefined) return "no";
  return both(...condition.values.map((value) => fixed(value, kind, isLiteral(condition.operator))));
}

/** Whether `*` and `?` stand for themselves under an operator. */
export function isLiteral(operator: string): boolean {
  return /equals/i.test(operator) && !/^arn/i.test(operator);
}

/** Whether a value is fixed for all callers. */
export function fixed(text: Text, kind: PinKind, literal: boolean): Truth {
  const value = wholeText(text);
  if (!value.known) return holesOf(text).every(isAttribute) ? "yes" : "unknown";
  const { plain, varies } = withoutVariables(value.value);
  return truth(!(varies && kind === "ip") && fixedValue(plain, kind, literal && !varies));
}

/**
 * A policy variable that tells the account or organization of the resource itself is as fixed as a literal, and `${*}` is one; all others tell what the
 * caller brings, which may be anything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withoutVariables(value: string): { readonly plain: string; readonly varies: boolean } {
  const fixed = value.replace(/\$\{(?:[*?$]|aws:resource(?:account|orgid|orgpaths))\}/gi, "000000000000");
  const plain = fixed.replace(/\$\{[^}]*\}/g, "*");
  return { plain, varies: plain !== fixed };
}

/** Six characters before a wildcard are what AWS asks for too; accounts, organizations and networks take none. */
function fixedValue(value: string, kind: PinKind, literal: boolean): boolean {
  if (kind === "ip") return isNarrow(value);
  if (kind === "true") return value.toLowerCase() === "true";
  if (literal || !/[*?]/.test(value)) return true;
  if (kind === "arn") return fixedArn(value);
  return kind === "prefix" && value.search(/[*?]/) >= 6;
}

/**
 * A range of addresses that is wider than AWS takes for a fixed one is the public: /8 for IPv4, /32 for IPv6.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
function isNarrow(range: string): boolean {
  const [address = "", prefix] = range.split("/");
  return prefix === undefined || Number(prefix) >= (address.includes(":") ? 32 : 8);
}

/** An ARN with wildcards is fixed by its account, or by the beginning of a name that has no account: the ARN of a bucket has none, also where `*` stands for it. */
function fixedArn(value: string): boolean {
  const arn = parseArn(value);
  if (arn === undefined) return false;
  if (/^\d{12}$/.test(arn.account)) return true;
  const named = arn.account === "" || (arn.service === "s3" && /^\*+$/.test(arn.account));
  return named && /^[^*?]{6}/.test(arn.resource);
}

/** The negation, for messages and tests. */
export function pinsNobody(conditions: readonly Condition[]): Truth {
  return both(...conditions.map((one) => not(pins(one))));
}
