import { defineAssertion, quotedScalar } from "./assertion.ts";
import { isSame, ofValue, type Scalar } from "./compare.ts";

export const equals = defineAssertion<Scalar>({
  verb: "equals",
  description: "It is this value; of a list (`[*]`), each item is.",
  expects: (_, { scalar }) => scalar,
  holds: (values, expected) => ofValue(values, (leaf) => isSame(leaf, expected)),
  says: (expected) => `be ${quotedScalar(expected)}`,
});
