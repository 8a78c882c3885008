import type { Defect } from "./defect.ts";
import type { EnvironmentFact } from "./environment.ts";
import type { SourceLocation } from "./location.ts";
import type { NodeId } from "./node.ts";
import type { Owner } from "./owner.ts";
import type { Action } from "./plan.ts";
import type { Tags } from "./tags.ts";
import type { Text } from "./text.ts";
import type { Truth } from "./truth.ts";
import type { Hole, Value } from "./value.ts";

/** What every node that a finding can be about has in common. */
export interface Subject {
  readonly id: NodeId;
  readonly name: Text;
  /** True when a vendor or a tool made the name up, at least in part: a new one is made when the node is made again. */
  readonly generatedName?: true;
  readonly address: string;
  readonly previousAddress?: string;
  /** Resource type in the document's dialect: `aws_iam_role`. */
  readonly type: string;
  readonly cloud: string;
  /** The account it lives in, when known. */
  readonly account?: string;
  /** Distinguishes the provider configurations of a plan; nodes that share one live in the same account. */
  readonly providerKey: string;
  readonly environment: EnvironmentFact;
  readonly owner: Owner;
  /** What this deployment does with it. */
  readonly action: Action;
  /** `managed`: part of this deployment and judged; `outside`: only known to exist; `presumed`: most likely there, with what a tool gives it, and judged by nobody. */
  readonly presence: "managed" | "outside" | "presumed";
  readonly at: SourceLocation;
}

export type IdentityKind =
  | "role"
  | "user"
  | "group"
  | "account"
  | "service-account"
  | "managed-identity"
  | "application"
  | "agent";

/** Who can act: a role, a user, a group, a service account … */
export interface Identity extends Subject {
  readonly kind: IdentityKind;
  readonly tags: Tags;
  /** Whether a machine acts as it, not a person. */
  readonly machine: Truth;
  /** Made and kept by the vendor for one of its services; nobody else can shape it. */
  readonly serviceLinked: boolean;
  /** It comes to be in every account where somebody is assigned to it, so that no environment is its own. */
  readonly manyAccounts?: true;
  /** Its ARN, or what else means it wherever it is named, as far as that is certain. */
  readonly arn?: string;
  /** The document of another deployment of the run, which has it; of this one it is no part. */
  readonly deployedBy?: string;
  /** What it is for, in the author's words, where the type has a place for that beside its tags. */
  readonly description?: Text;
  /** The longest session that somebody may have as it, in seconds, where the type has such a limit. */
  readonly longestSession?: { readonly seconds: Value<number>; readonly at: SourceLocation };
  /** Made by the vendor for whoever needs one, so that many use it: what such an identity may do. */
  readonly vendorDefault?: "much" | "little";
  /** Set when its trust policy, or a part of it, could not be read. */
  readonly trustUnread?: { readonly hole: Hole; readonly at: SourceLocation };
  /** What in its trust policy is not as the grammar of its cloud wants it; absent when nothing is. */
  readonly trustDefects?: readonly Defect[];
}

/** What runs as an identity: a function, a task, an instance. */
export interface Workload extends Subject {
  readonly kind: "workload";
  readonly runsAs: readonly {
    readonly identity?: NodeId;
    readonly text: Text;
    readonly use: string;
    readonly at: SourceLocation;
  }[];
}

/** A `stored-secret` is kept for somebody else to read, whatever it proves. */
export type CredentialForm =
  | "access-key"
  | "password"
  | "certificate"
  | "ssh-key"
  | "service-password"
  | "mfa-device"
  | "api-key"
  | "token"
  | "client-secret"
  | "stored-secret";

/** What proves an identity: an access key, a password, a certificate. */
export interface Credential extends Subject {
  readonly kind: "credential";
  readonly form: CredentialForm;
  readonly of?: NodeId;
  /** How the document names whom it belongs to. */
  readonly ofText?: Text;
  /** Whether it can be used; what is not said is. */
  readonly active?: Truth;
  /** Whether its first user has to change it; only of passwords. */
  readonly changedAtFirstUse?: Truth;
}

/** What is acted upon and carries a policy of its own: a bucket, a key, a queue. */
export interface Target extends Subject {
  readonly kind: "resource";
  /** Its resource policies. */
  readonly policies: readonly NodeId[];
  readonly publicAccessBlock?: PublicAccessBlock;
  /** Those of its policies that are an access control list: other switches turn that off. */
  readonly accessList?: { readonly policies: readonly NodeId[]; readonly publicAccessBlock?: PublicAccessBlock };
}

/**
 * A guard that cuts public access off whatever a policy says, with the place that sets it: a switch, unless only what is inside of a private network
 * reaches the resource (`network`), or its owner lets each caller in one by one (`approval`).
 */
export interface PublicAccessBlock {
  readonly blocks: Truth;
  readonly by?: "network" | "approval";
  readonly at: SourceLocation;
}
