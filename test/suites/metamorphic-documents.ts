import { duplicateKeys } from "#clouds/aws/policy/duplicate-keys.ts";
import { type Json, list, record } from "./plan-document.ts";

/** Other ways to write a policy document that mean the same. */

/** A JSON value with every policy document in it rewritten. Of one in which a key stands twice nobody knows what it means. */
export function withDocuments(value: unknown, rewrite: (document: Json) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withDocuments(item, rewrite));
  const map = record(value);
  if (map !== undefined)
    return Object.fromEntries(Object.entries(map).map(([key, item]) => [key, withDocuments(item, rewrite)]));
  const document = typeof value === "string" ? documentIn(value) : undefined;
  return document === undefined ? value : rewrite(document);
}

export function documentIn(text: string): Json | undefined {
  if (!text.trimStart().startsWith("{") || !text.includes('"Statement"')) return undefined;
  const document = record(parsed(text));
  return document?.Statement !== undefined && duplicateKeys(text, document).length === 0 ? document : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function statementsOf({ Statement: statement }: Json): readonly Json[] {
  return records([statement].flat());
}

/** Each statement becomes one or several; whatever is no object stays out of it. */
export function withStatements(document: Json, rewrite: (statement: Json) => readonly Json[]): Json {
  const rewritten = [document.Statement].flat().map((one): readonly unknown[] => {
    const statement = record(one);
    return statement === undefined ? [one] : rewrite(statement);
  });
  return { ...document, Statement: rewritten.flat() };
}

/** Those of the values that are objects. */
export function records(values: readonly unknown[]): readonly Json[] {
  return values.map(record).filter((one) => one !== undefined);
}

export function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  const map = record(value);
  if (map === undefined) return value;
  const entries = Object.entries(map).map(([key, item]) => [key, reversedKeys(item)] as const);
  return Object.fromEntries(entries.toReversed());
}

const elements = ["Action", "NotAction", "Resource", "NotResource"] as const;
const principals = ["Principal", "NotPrincipal"] as const;

/** Every string that may stand for a list of one, and every list, through `change`. */
export function withLists(statement: Json, change: (value: unknown) => unknown): readonly Json[] {
  const result = { ...statement };
  for (const name of elements) if (name in result) result[name] = change(result[name]);
  for (const name of principals) {
    const byType = record(result[name]);
    if (byType !== undefined) result[name] = mapped(byType, change);
  }
  const tests = record(result.Condition);
  if (tests !== undefined) result.Condition = mapped(tests, (keys) => mapped(record(keys) ?? {}, change));
  return [result];
}

export function inList(value: unknown): unknown {
  return typeof value === "string" ? [value] : value;
}

export function outOfList(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** Actions and condition keys in capitals: AWS does not look at their letter case. */
export function inCapitals(statement: Json): readonly Json[] {
  const result = { ...statement };
  for (const name of ["Action", "NotAction"]) if (name in result) result[name] = capitals(result[name]);
  const tests = record(result.Condition);
  if (tests !== undefined) result.Condition = mapped(tests, (keys) => renamed(record(keys) ?? {}));
  return [result];
}

function capitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitals);
  return typeof value === "string" ? value.toUpperCase() : value;
}

function renamed(keys: Json): Json {
  return Object.fromEntries(Object.entries(keys).map(([key, values]) => [key.toUpperCase(), values]));
}

/**
 * One statement for each item of an element. Not where one of them is everything: a weaker finding about the same
 * statement goes without saying then, and of another statement does not.
 */
export function splitAt(name: "Action" | "Resource"): (statement: Json) => readonly Json[] {
  return (statement) => {
    const items = list(statement[name]);
    const actions = [statement.Action].flat();
    if (items.length < 2 || actions.some((one) => /^\*(:\*)?$/.test(String(one)))) return [statement];
    return items.map((item, i) => (i === 0 ? { ...statement, [name]: item } : { ...unnamed(statement), [name]: item }));
  };
}

export function doubled(statement: Json): readonly Json[] {
  return [statement, unnamed(statement)];
}

/** A Sid stands once in a document. */
function unnamed(statement: Json): Json {
  return Object.fromEntries(Object.entries(statement).filter(([name]) => name !== "Sid"));
}

function mapped(map: Json, change: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
