import type { SourceLocation } from "./location.ts";
import type { Text } from "./text.ts";
import type { Hole } from "./value.ts";

/** The tags of a resource, the provider's defaults included. */
export interface Tags {
  /** Whether the type can have tags at all. */
  readonly taggable: boolean;
  readonly entries: ReadonlyMap<string, Text>;
  /** Set when there may be further tags, or when some of these may be replaced. */
  readonly unread?: Hole;
  /** Where they are written; absent for a type that cannot have any. */
  readonly at?: SourceLocation;
}
