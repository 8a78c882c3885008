import type { Condition, Statement } from "#model/policy.ts";
import type { Narrowing } from "#model/semantics.ts";
import { showText, type Text } from "#model/text.ts";
import { idleKeys } from "./condition-keys.ts";
import { isAttribute } from "./patterns.ts";

/** The conditions that narrow a statement: see `Semantics.narrowings`. */
export function narrowings(statement: Statement): readonly Narrowing[] {
  return statement.conditions.filter(narrows).map((one) => ({ text: describe(one), mfa: isMfa(one) }));
}

/** A test that passes when its key is absent, or whose value fits everything, narrows nothing; nor does one that everybody can pass. */
function narrows(condition: Condition): boolean {
  if (condition.ifExists || condition.qualifier === "ForAllValues") return false;
  const key = showText(condition.key).toLowerCase();
  return !idleKeys.has(key) && !condition.values.some((value) => isAnything(condition.operator, value));
}

/** Whether a value fits everything, or may for all that is known: a name with anything literal in it does not. */
function isAnything(operator: string, value: Text): boolean {
  if (!/like$/i.test(operator) || /not/i.test(operator)) return false;
  return value.every((part) =>
    typeof part === "string" ? /^\*+$/.test(part) : part.predicted === undefined && !isAttribute(part),
  );
}

function isMfa(condition: Condition): boolean {
  const key = showText(condition.key).toLowerCase();
  return (
    key === "aws:multifactorauthage" ||
    (key === "aws:multifactorauthpresent" && condition.values.some((value) => showText(value).toLowerCase() === "true"))
  );
}

function describe(condition: Condition): string {
  const qualifier = condition.qualifier === undefined ? "" : `${condition.qualifier}:`;
  return `${qualifier}${condition.operator}${condition.ifExists ? "IfExists" : ""} ${showText(condition.key)}`;
}
