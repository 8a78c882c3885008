import type { Attachment, Grant, Membership } from "./attachment.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Credential, Identity, Target, Workload } from "./identity.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { Policy, TrustStatement } from "./policy.ts";
import type { SecretBearer } from "./secret.ts";

/** Who can act, who may become whom, and what each may do: as it is (`before`) or as it will be (`after`). Lists are in the order of the document. */
export interface AccessGraph {
  readonly moment: "before" | "after";
  readonly identities: readonly Identity[];
  readonly workloads: readonly Workload[];
  readonly credentials: readonly Credential[];
  readonly policies: readonly Policy[];
  readonly attachments: readonly Attachment[];
  readonly memberships: readonly Membership[];
  readonly trust: readonly TrustStatement[];
  readonly grants: readonly Grant[];
  readonly targets: readonly Target[];
  readonly endpoints: readonly Endpoint[];
  readonly passwordPolicies: readonly PasswordPolicy[];
  readonly secretBearers: readonly SecretBearer[];
}
