import { isRecord } from "#model/json-tree.ts";
import { isConstant, isExpression } from "./expressions.ts";
import { own } from "./masks.ts";

/**
 * A mask of what may be unknown, for documents that leave it out: where the configuration has an expression and the
 * plan has no value, the value is not known yet, or is null. Constants are known.
 */
export function guessMask(values: unknown, block: unknown): unknown {
  if (!isRecord(block)) return {};
  const record = isRecord(values) ? values : {};
  return Object.fromEntries(
    Object.entries(block).map(([key, expression]) => [key, guess(own(record, key), expression)]),
  );
}

function guess(value: unknown, expression: unknown): unknown {
  if (value === undefined || value === null) return !isConstant(expression);
  if (isExpression(expression)) return {};
  if (!Array.isArray(expression)) return guessMask(value, expression);
  return Array.isArray(value) && value.length === expression.length
    ? value.map((one, i) => guessMask(one, expression[i]))
    : {};
}
