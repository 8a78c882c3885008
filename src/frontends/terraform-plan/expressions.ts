import { isRecord } from "#model/json-tree.ts";

/**
 * Expressions of the configuration. One is `{}`, or has a constant value, or the references that it makes and nothing
 * else; everything else is a block, or a list or map of blocks.
 * https://developer.hashicorp.com/terraform/internals/json-format#expression-representation
 */
export function isExpression(value: unknown): boolean {
  return isRecord(value) && (isConstant(value) || referencesIn(value) !== undefined || Object.keys(value).length === 0);
}

/** In configurations in JSON syntax an expression with references has the text of its template as constant value too: that is no constant. */
export function isConstant(value: unknown): value is { readonly constant_value: unknown } {
  return isRecord(value) && Object.hasOwn(value, "constant_value") && !Object.hasOwn(value, "references");
}

/** The references of one expression; undefined when it has none, or is no expression. */
export function referencesIn(value: unknown): readonly string[] | undefined {
  if (!isRecord(value) || !Object.hasOwn(value, "references")) return undefined;
  const { references } = value;
  return Array.isArray(references) ? references.filter((one) => typeof one === "string") : undefined;
}

/** Every reference in an expression or in the blocks under it, in source order. */
export function allReferences(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(allReferences);
  if (!isRecord(expression) || isConstant(expression)) return [];
  return referencesIn(expression) ?? Object.values(expression).flatMap(allReferences);
}
