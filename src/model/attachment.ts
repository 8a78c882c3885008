import type { Form } from "./choice.ts";
import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { PermissionStatement, Policy } from "./policy.ts";
import type { Text } from "./text.ts";

/** Ties a policy to an identity. `grants` what it allows, `bounds` what others may grant at most, `guards` a whole account or organization. */
export interface Attachment {
  readonly id: NodeId;
  readonly kind: "grants" | "bounds" | "guards";
  /** The policy, or nothing when it is not known which; `policyText` is how it was named. */
  readonly policy?: NodeId;
  readonly policyText: Text;
  /** Who it is tied to, or nothing when it is not known. */
  readonly to?: NodeId;
  readonly toText: Text;
  readonly address: string;
  /** Set where it is there only in one form of a choice. */
  readonly form?: Form;
  readonly at: SourceLocation;
}

/** Makes a user a member of a group, whose grants it gets. */
export interface Membership {
  readonly id: NodeId;
  readonly member?: NodeId;
  readonly memberText: Text;
  readonly group?: NodeId;
  readonly groupText: Text;
  readonly at: SourceLocation;
}

/** What an identity gets from one statement: derived, one for each allowing statement of each policy that reaches it. */
export interface Grant {
  /** Who gets it; a policy that is attached to nothing stands for whoever will get it. */
  readonly holder: NodeId;
  readonly attachment?: Attachment;
  readonly policy: Policy;
  readonly statement: PermissionStatement;
}
