import type { Truth } from "#model/truth.ts";
import type { Leaf, Values } from "../custom/leaf.ts";
import { defineAssertion } from "./assertion.ts";
import { ofSome } from "./compare.ts";

export const present = defineAssertion<true>({
  verb: "present",
  description: "There is a value: not null, not empty.",
  expects: (z) => z.literal(true),
  holds: isPresent,
  says: () => "be there",
});

/** Whether there is any value. An empty list of which a part is unread may not be empty. */
export function isPresent(values: Values): Truth {
  return ofSome(values, isSomething);
}

function isSomething(leaf: Leaf): Truth {
  switch (leaf.kind) {
    case "scalar":
      return leaf.text === "" ? "no" : "yes";
    case "partly":
      return leaf.parts.some((part) => typeof part === "string" && part !== "") ? "yes" : "unknown";
    case "hole":
      return "unknown";
    case "thing":
      return leaf.empty ? "no" : "yes";
  }
}
