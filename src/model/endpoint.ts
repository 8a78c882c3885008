import type { Subject } from "./identity.ts";
import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { Text } from "./text.ts";
import type { Truth } from "./truth.ts";
import type { Hole } from "./value.ts";

/** Where callers come in from outside: a method of an API, the URL of a function, a pool that hands identities out. */
export interface Endpoint extends Subject {
  readonly kind: "endpoint";
  readonly form: "api-method" | "function-url" | "identity-pool";
  /** Whether it asks nobody who he is, as far as the endpoint itself tells. */
  readonly open: EndpointOpenness;
  /** What callers must have that is no proof of who they are. */
  readonly asksFor?: "api-key";
  /** The resource whose policy stands before it, too. */
  readonly guardedBy?: NodeId;
  /** What its callers set to work, or act as. */
  readonly leadsTo: readonly EndpointTarget[];
  /** Set when it may lead somewhere else, too. */
  readonly leadsToUnread?: Hole;
}

export interface EndpointOpenness {
  readonly holds: Truth;
  /** What tells it, in the words of the document: `authorization NONE`. */
  readonly because: string;
  readonly waits: readonly Hole[];
  readonly at: SourceLocation;
}

export interface EndpointTarget {
  /**
   * `runs`: a workload works for the caller. `acts-as`: he gets the identity himself, as a guest or after proving who he is; as `somebody` where nobody can tell
   * yet which of the two.
   */
  readonly how: "runs" | "acts-as-guest" | "acts-as-user" | "acts-as-somebody";
  /** The workload or the identity, when it is in this graph. */
  readonly node?: NodeId;
  readonly text: Text;
  readonly at: SourceLocation;
}
