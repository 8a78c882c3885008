import { not } from "#model/truth.ts";
import { defineAssertion } from "./assertion.ts";
import { isPresent } from "./present.ts";

export const absent = defineAssertion<true>({
  verb: "absent",
  description: "There is no value: null, empty, or not there at all.",
  expects: (z) => z.literal(true),
  holds: (values) => not(isPresent(values)),
  says: () => "not be there",
});
