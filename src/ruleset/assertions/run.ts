import { both, type Truth } from "#model/truth.ts";
import type { Values } from "../custom/leaf.ts";
import type { Assertion } from "./assertion.ts";
import { assertions } from "./index.ts";

const byVerb: ReadonlyMap<string, Assertion> = new Map(assertions.map((one) => [one.verb, one]));

/** Whether all verbs of a test hold of the values; `valuesOf` gives those of another field of the same thing. */
export function runTest(test: unknown, values: Values, valuesOf: (field: string) => Values): Truth {
  const context = {
    values: valuesOf,
    test: (inner: unknown, of: Values) => runTest(inner, of, valuesOf),
    says: sayTest,
  };
  return both(...verbs(test).map(([one, expected]) => one.holds(values, expected, context)));
}

/** What a test asks for, for people. */
export function sayTest(test: unknown): string {
  return verbs(test)
    .map(([one, expected]) => one.says(expected, { says: sayTest }))
    .join(" and ");
}

function verbs(test: unknown): readonly (readonly [Assertion, unknown])[] {
  return Object.entries(test ?? {}).map(([verb, expected]) => {
    const found = byVerb.get(verb);
    if (found === undefined) throw new Error(`no verb ${verb}`);
    return [found, expected] as const;
  });
}
