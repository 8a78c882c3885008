import type { Form } from "./choice.ts";
import type { Defect } from "./defect.ts";
import type { Subject } from "./identity.ts";
import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { PatternSet } from "./pattern.ts";
import type { PrincipalSet } from "./principal.ts";
import type { Text } from "./text.ts";
import type { Hole, Value } from "./value.ts";

export type Effect = "allow" | "deny";

/** One test of a statement's condition: an operator, a key, and values of which one must fit. */
export interface Condition {
  /** The operator without qualifier and IfExists, as written: `StringEquals`. */
  readonly operator: string;
  readonly qualifier?: "ForAllValues" | "ForAnyValue";
  /** True when the operator ends in IfExists: the test also holds when the key is absent. */
  readonly ifExists: boolean;
  readonly key: Text;
  readonly values: readonly Text[];
}

/** What every statement has in common, of permission and of trust policies. */
export interface Statement {
  /** Unique in the graph: the policy and the position. Not stable across changes: never part of a fingerprint. */
  readonly id: string;
  readonly sid?: string;
  readonly effect: Value<Effect>;
  readonly actions: PatternSet;
  /** All must hold. */
  readonly conditions: readonly Condition[];
  /** Set when there may be further conditions, or parts of the statement, that could not be read. */
  readonly unread?: Hole;
  /** Set where it is there, or reads like this, only in one form of a choice. */
  readonly form?: Form;
  readonly at: SourceLocation;
}

/** A statement that lets somebody do something, or forbids it. */
export interface PermissionStatement extends Statement {
  readonly resources: PatternSet;
  /** Who is meant; only statements of resource policies say so. */
  readonly principals?: PrincipalSet;
}

/** A statement of a role's trust policy: who may become the role. */
export interface TrustStatement extends Statement {
  readonly identity: NodeId;
  readonly principals: PrincipalSet;
}

/** What a policy document is for. It decides what a statement in it means. */
export type PolicyKind = "identity" | "resource" | "guardrail";

/** A policy document with its statements. */
export interface Policy {
  readonly id: NodeId;
  readonly kind: PolicyKind;
  /** `inline` belongs to one identity, `customer` is attached by its owner, `vendor` is maintained by the cloud's vendor. */
  readonly origin: "inline" | "customer" | "vendor";
  readonly name: Text;
  /** Path of a vendor's policy, e.g. `/service-role/`. */
  readonly path?: string;
  readonly address: string;
  readonly type: string;
  readonly statements: readonly PermissionStatement[];
  /** Set when the document, or a part of it, could not be read: there may be further statements. */
  readonly unread?: Hole;
  /** What in its document is not as the grammar of its cloud wants it; absent when nothing is. */
  readonly defects?: readonly Defect[];
  /** True when the content is taken from a namesake (another partition), not from the policy itself. */
  readonly assumed: boolean;
  /** The policy as something that a finding can be about; only what this deployment manages as a resource of its own has it. */
  readonly subject?: Subject;
  readonly at: SourceLocation;
}
