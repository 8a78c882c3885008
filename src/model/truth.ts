/**
 * Three-valued truth. A question about a plan may have no answer before it is applied; `unknown` says so and never turns into a yes or a no by itself.
 * The connectives are Kleene's: https://en.wikipedia.org/wiki/Three-valued_logic
 */
export type Truth = "yes" | "no" | "unknown";

/** The truth of a plain boolean. */
export function truth(value: boolean): Truth {
  return value ? "yes" : "no";
}

/** Yes if all are yes, no if one is no, else unknown. The conjunction of nothing is yes. */
export function both(...terms: readonly Truth[]): Truth {
  if (terms.includes("no")) return "no";
  return terms.includes("unknown") ? "unknown" : "yes";
}

/** Yes if one is yes, no if all are no, else unknown. The disjunction of nothing is no. */
export function either(...terms: readonly Truth[]): Truth {
  if (terms.includes("yes")) return "yes";
  return terms.includes("unknown") ? "unknown" : "no";
}

/** Yes becomes no, no becomes yes; what is unknown stays unknown. */
export function not(term: Truth): Truth {
  if (term === "unknown") return "unknown";
  return term === "yes" ? "no" : "yes";
}
