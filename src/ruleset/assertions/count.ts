import { both, type Truth, truth } from "#model/truth.ts";
import { defineAssertion } from "./assertion.ts";

type Expected = number | { readonly min?: number | undefined; readonly max?: number | undefined };

export const count = defineAssertion<Expected>({
  verb: "count",
  description: "How many items there are: a number, or `min` and `max`.",
  expects: (z) => {
    const number = z.int().min(0);
    return z.union([number, z.strictObject({ min: number.exactOptional(), max: number.exactOptional() })]);
  },
  holds: ({ leaves, more }, expected) => {
    const { min = 0, max = Number.POSITIVE_INFINITY } = bounds(expected);
    const here = leaves.length;
    const isOpen = more.length > 0;
    const enough: Truth = here >= min ? "yes" : isOpen ? "unknown" : "no";
    const few: Truth = here > max ? "no" : isOpen && max !== Number.POSITIVE_INFINITY ? "unknown" : truth(here <= max);
    return both(enough, few);
  },
  says: (expected) => {
    const { min = 0, max } = bounds(expected);
    if (min === max) return `be ${min} in number`;
    return max === undefined ? `be at least ${min} in number` : `be ${min} to ${max} in number`;
  },
});

function bounds(expected: Expected): Exclude<Expected, number> {
  return typeof expected === "number" ? { min: expected, max: expected } : expected;
}
