import type { z } from "zod";
import type { Truth } from "#model/truth.ts";
import type { SchemaWords } from "#rules/rule.ts";
import type { Values } from "../custom/leaf.ts";

/** What a verb may ask besides the values of its field. */
export interface AssertionContext {
  /** The values of another field of the same thing. */
  values(field: string): Values;
  /** A test inside of a test. */
  readonly test: (test: unknown, values: Values) => Truth;
  /** A test inside of a test, for people. */
  readonly says: (test: unknown) => string;
}

/** The schemas that a verb may build its own from. */
export interface Schemas {
  /** A number, a text or a truth value. */
  readonly scalar: z.ZodType<string | number | boolean>;
  readonly field: z.ZodType<string>;
  /** A map of verbs. */
  readonly test: z.ZodType<unknown>;
}

/** A verb that rulesets may use: what it expects, and when it holds. Three-valued: what is not known is never taken for a yes or a no. */
export interface Assertion<Expected = unknown> {
  readonly verb: string;
  /** For the JSON Schema, and so for editors. */
  readonly description: string;
  expects(zod: SchemaWords, schemas: Schemas): z.ZodType<Expected>;
  holds(values: Values, expected: Expected, context: AssertionContext): Truth;
  /** What it must, for people: `be "prod"`. */
  says(expected: Expected, context: Pick<AssertionContext, "says">): string;
}

/** Lets a verb be written with the type of what it expects; a test is checked against its schema before anything else sees it. */
export function defineAssertion<Expected>(assertion: Assertion<Expected>): Assertion {
  return assertion;
}

export function quotedScalar(value: string | number | boolean): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
