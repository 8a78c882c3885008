import type { Text } from "./text.ts";

/**
 * A set of strings given by patterns. `only` is what matches one of them (Action, Resource), `all-except` what matches none (NotAction, NotResource),
 * so that the two cannot be confused. A pattern that is one hole stands for any number of unknown patterns.
 */
export interface PatternSet {
  readonly match: "only" | "all-except";
  readonly patterns: readonly Text[];
}
