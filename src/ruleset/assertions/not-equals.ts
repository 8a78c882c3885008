import { not } from "#model/truth.ts";
import { defineAssertion, quotedScalar } from "./assertion.ts";
import { isSame, ofEvery, type Scalar } from "./compare.ts";

export const notEquals = defineAssertion<Scalar>({
  verb: "not-equals",
  description: "It is another value, or there is none; of a list (`[*]`), no item is this value.",
  expects: (_, { scalar }) => scalar,
  holds: (values, expected) => ofEvery(values, (leaf) => not(isSame(leaf, expected))),
  says: (expected) => `not be ${quotedScalar(expected)}`,
});
