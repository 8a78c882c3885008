import { either } from "#model/truth.ts";
import { defineAssertion, quotedScalar } from "./assertion.ts";
import { isSame, ofValue, type Scalar } from "./compare.ts";

export const oneOf = defineAssertion<readonly Scalar[]>({
  verb: "one-of",
  description: "It is one of these values; of a list (`[*]`), each item is.",
  expects: (z, { scalar }) => z.array(scalar).min(1),
  holds: (values, expected) => ofValue(values, (leaf) => either(...expected.map((one) => isSame(leaf, one)))),
  says: (expected) => `be one of ${expected.map(quotedScalar).join(", ")}`,
});
