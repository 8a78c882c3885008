import { not as opposite } from "#model/truth.ts";
import { defineAssertion } from "./assertion.ts";

export const not = defineAssertion<unknown>({
  verb: "not",
  description: 'The opposite of a test: `not: { includes: { matches: "iam:*" } }`.',
  expects: (_, { test }) => test,
  holds: (values, expected, { test }) => opposite(test(expected, values)),
  says: (expected, { says }) => `not ${says(expected)}`,
});
