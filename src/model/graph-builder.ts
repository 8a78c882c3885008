import type { Attachment, Membership } from "./attachment.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Credential, Identity, Subject, Target, Workload } from "./identity.ts";
import type { NodeId } from "./node.ts";
import type { Notice } from "./notice.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { ResourceChange } from "./plan.ts";
import type { Policy, TrustStatement } from "./policy.ts";
import type { SecretBearer } from "./secret.ts";
import type { Tags } from "./tags.ts";
import type { Text } from "./text.ts";
import type { Hole } from "./value.ts";

/** What a cloud knows about a node that a finding can be about. */
export interface SubjectFacts {
  /** Defaults to the resource's address; `#part` marks what has no resource of its own. */
  readonly id?: NodeId;
  readonly name: Text;
  readonly generatedName?: true;
  readonly account?: string;
  /** Set when the document tells the account by a value that is not known. */
  readonly accountUnread?: Hole;
  readonly tags: Tags;
}

/** Collects the nodes and edges of one graph. */
export interface GraphBuilder {
  readonly moment: "before" | "after";
  /** The common part of a node, with its environment and owner. */
  subject(resource: ResourceChange, cloud: string, facts: SubjectFacts): Subject;
  addIdentity(node: Identity): void;
  addWorkload(node: Workload): void;
  addCredential(node: Credential): void;
  addTarget(node: Target): void;
  addEndpoint(node: Endpoint): void;
  addPasswordPolicy(node: PasswordPolicy): void;
  /** Adds what holds secrets; `values` are the secrets themselves, which must not reach any output. */
  addSecretBearer(node: SecretBearer, values: readonly string[]): void;
  addPolicy(policy: Policy): void;
  addTrust(statement: TrustStatement): void;
  addAttachment(attachment: Attachment): void;
  addMembership(membership: Membership): void;
  notice(notice: Notice): void;
}
