import type { Defect } from "#model/defect.ts";
import type { Condition } from "#model/policy.ts";
import { wholeText } from "#model/text.ts";
import type { ParsedStatement } from "./statement.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators = new Set([
  "stringequals",
  "stringnotequals",
  "stringequalsignorecase",
  "stringnotequalsignorecase",
  "stringlike",
  "stringnotlike",
  "numericequals",
  "numericnotequals",
  "numericlessthan",
  "numericlessthanequals",
  "numericgreaterthan",
  "numericgreaterthanequals",
  "dateequals",
  "datenotequals",
  "datelessthan",
  "datelessthanequals",
  "dategreaterthan",
  "dategreaterthanequals",
  "bool",
  "binaryequals",
  "ipaddress",
  "notipaddress",
  "arnequals",
  "arnlike",
  "arnnotequals",
  "arnnotlike",
  "null",
]);

/** What is wrong with the conditions of a statement. What of them is not known is skipped. */
export function conditionDefects({ conditions, at }: ParsedStatement): readonly Defect[] {
  return conditions.flatMap((one) => [...operatorDefects(one), ...keyDefects(one)]).map((one) => ({ ...one, at }));
}

type Unplaced = Omit<Defect, "at">;

function operatorDefects({ operator, qualifier, ifExists }: Condition): readonly Unplaced[] {
  if (operator === "") return [];
  const written = `${qualifier === undefined ? "" : `${qualifier}:`}${operator}${ifExists ? "IfExists" : ""}`;
  const what = `operator ${written}`;
  if (operator.toLowerCase() === "null" && ifExists) return [{ what, message: "Null takes no IfExists" }];
  if (operators.has(operator.toLowerCase())) return [];
  return [{ what, message: `there is no operator ${written} for conditions` }];
}

function keyDefects({ key }: Condition): readonly Unplaced[] {
  const value = wholeText(key);
  if (!value.known || /^[^:]+:./s.test(value.value) || value.value.includes("${")) return [];
  const message = `"${value.value}" is no condition key: it needs a prefix, like aws:SourceArn`;
  return [{ what: `key ${value.value.toLowerCase()}`, message }];
}
