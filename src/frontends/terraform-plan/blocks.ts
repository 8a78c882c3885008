import { isRecord } from "#model/json-tree.ts";
import { isConstant, isExpression } from "./expressions.ts";

/** With more blocks than this nobody looks which one is meant: comparing all with all would take long. */
export const maxCompared = 256;

/**
 * The blocks of the configuration that may have made the element `index` of `values`. Positions alone prove nothing:
 * sets are sorted anew, and generated blocks (`dynamic`) are not in the configuration. So a block is the one if there
 * are as many blocks as values, and no other has constants that fit.
 */
export function blocksOf(blocks: readonly unknown[], values: readonly unknown[], index: number): readonly unknown[] {
  if (blocks.length === 1 || blocks.length !== values.length) return blocks;
  const fitting = blocks.filter((block) => fits(block, values[index]));
  return fitting.length === 0 ? blocks : fitting;
}

/** Whether a value may have been made by a block: no constant says otherwise. */
function fits(block: unknown, value: unknown): boolean {
  if (!isRecord(block) || !isRecord(value)) return true;
  return Object.entries(block).every(([name, expression]) => {
    const made = Object.hasOwn(value, name) ? value[name] : undefined;
    if (isConstant(expression)) return sameConstant(expression.constant_value, made);
    return Array.isArray(expression) && Array.isArray(made) && !isExpression(expression)
      ? fitAll(expression, made)
      : true;
  });
}

function fitAll(blocks: readonly unknown[], values: readonly unknown[]): boolean {
  if (blocks.length !== values.length || blocks.length > maxCompared) return true;
  return (
    blocks.every((block) => values.some((value) => fits(block, value))) &&
    values.every((value) => blocks.some((block) => fits(block, value)))
  );
}

/** Providers turn numbers into strings, and sort what is a set. What is not known says nothing. */
function sameConstant(constant: unknown, made: unknown): boolean {
  if (made === undefined || made === null || isRecord(made)) return true;
  return words(constant) === words(made);
}

function words(value: unknown): string {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return JSON.stringify(
    [...new Set(list.map((item) => (isScalar(item) ? String(item) : JSON.stringify(item))))].sort(),
  );
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
