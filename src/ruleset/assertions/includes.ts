import type { z } from "zod";
import { defineAssertion, quotedScalar } from "./assertion.ts";
import { isSame, ofSome, type Scalar } from "./compare.ts";

type Expected = Scalar | Readonly<Record<string, unknown>>;

export const includes = defineAssertion<Expected>({
  verb: "includes",
  description: 'One item at least is this value, or passes this test: `includes: { matches: "iam:*" }`.',
  expects: (z, { scalar, test }) => z.union([scalar, test]) as z.ZodType<Expected>,
  holds: (values, expected, { test }) =>
    ofSome(values, (leaf) =>
      typeof expected === "object" ? test(expected, { leaves: [leaf], more: [], many: false }) : isSame(leaf, expected),
    ),
  says: (expected, { says }) =>
    typeof expected === "object" ? `include one to ${says(expected)}` : `include ${quotedScalar(expected)}`,
});
