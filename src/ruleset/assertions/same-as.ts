import { both, either, type Truth } from "#model/truth.ts";
import type { Leaf, Values } from "../custom/leaf.ts";
import { defineAssertion } from "./assertion.ts";
import { isSame, ofEvery, ofSome } from "./compare.ts";

export const sameAs = defineAssertion<string>({
  verb: "same-as",
  description: "It is the value of this other field; of lists (`[*]`), both have the same items.",
  expects: (_, { field }) => field,
  holds: (values, expected, context) => {
    const others = context.values(expected);
    return both(isWithin(values, others), isWithin(others, values));
  },
  says: (expected) => `be the same as ${expected}`,
});

/** Whether each value is also one of the others. */
function isWithin(values: Values, others: Values): Truth {
  return ofEvery(values, (leaf) => ofSome(others, (other) => areSame(leaf, other)));
}

function areSame(one: Leaf, other: Leaf): Truth {
  if (one.kind === "scalar") return isSame({ ...other, anyCase: one.anyCase } as Leaf, one.text);
  if (other.kind === "scalar") return isSame(one, other.text);
  // Two texts with holes may turn out to be equal, and lists and maps are compared by nobody.
  return either(isThing(one), isThing(other)) === "yes" ? "no" : "unknown";
}

function isThing(leaf: Leaf): Truth {
  return leaf.kind === "thing" ? "yes" : "no";
}
