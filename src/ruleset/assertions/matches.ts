import { either } from "#model/truth.ts";
import { defineAssertion } from "./assertion.ts";
import { isLike, ofValue } from "./compare.ts";

type Patterns = string | readonly string[];

export const matches = defineAssertion<Patterns>({
  verb: "matches",
  description:
    "It fits the pattern, or one of several: `*` any run of characters, `?` exactly one; of a list (`[*]`), each item does.",
  expects: (z) => z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  holds: (values, expected) =>
    ofValue(values, (leaf) => either(...listed(expected).map((pattern) => isLike(leaf, pattern)))),
  says: (expected) =>
    `fit ${listed(expected)
      .map((one) => JSON.stringify(one))
      .join(" or ")}`,
});

function listed(expected: Patterns): readonly string[] {
  return typeof expected === "string" ? [expected] : expected;
}
