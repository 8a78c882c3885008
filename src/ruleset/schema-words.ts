import * as z from "zod";
import type { SchemaWords } from "#rules/rule.ts";

/** What the shapes of options and of what verbs expect are made of. */
export const schemaWords: SchemaWords = {
  array: z.array,
  boolean: z.boolean,
  enum: z.enum,
  int: z.int,
  literal: z.literal,
  number: z.number,
  strictObject: z.strictObject,
  string: z.string,
  union: z.union,
};
