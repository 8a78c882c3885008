import type { Condition } from "#model/policy.ts";
import type { OpenStatement } from "#model/semantics.ts";
import { showText } from "#model/text.ts";
import { allows } from "./open.ts";

/**
 * The tests for a second factor that also pass without one: see `Semantics.idleMfaTests`. The key is absent where somebody signs with a long-term key, so that in an
 * allowing statement `BoolIfExists … true` lets them in, and `Bool … false` lets in nobody but those without a second factor.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
export function idleMfaTests(statement: OpenStatement): readonly string[] {
  return allows(statement) === "yes" ? statement.conditions.filter(isIdle).map(show) : [];
}

function isIdle({ key, operator, ifExists, values }: Condition): boolean {
  if (showText(key).toLowerCase() !== "aws:multifactorauthpresent" || !/^(bool|stringequals)$/i.test(operator))
    return false;
  const wanted = values.map((one) => showText(one).toLowerCase());
  return ifExists ? wanted.includes("true") || wanted.includes("false") : wanted.includes("false");
}

function show({ operator, ifExists, key, values }: Condition): string {
  return `${operator}${ifExists ? "IfExists" : ""} ${showText(key)} ${values.map(showText).join(", ")}`;
}
