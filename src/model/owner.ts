import type { Hole } from "./value.ts";

/** Who answers for a node: told, surely nobody, hidden behind a value that is not known, or a question that does not arise (a type without tags). */
export type Owner =
  | { readonly kind: "told"; readonly name: string; readonly because: string }
  | { readonly kind: "hidden"; readonly because: string; readonly hole: Hole }
  | { readonly kind: "nobody"; readonly because: string }
  | { readonly kind: "not-applicable" };
