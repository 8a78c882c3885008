import { attachments } from "./iam-attachments.ts";
import { credentials } from "./iam-credentials.ts";
import { exclusiveAttachments } from "./iam-exclusive-attachments.ts";
import { group, groupLookup } from "./iam-group.ts";
import { groupMembership, userGroupMembership } from "./iam-group-membership.ts";
import { inlinePolicies } from "./iam-inline-policies.ts";
import { named } from "./iam-named.ts";
import { policy, policyLookup } from "./iam-policy.ts";
import { policyAttachment } from "./iam-policy-attachment.ts";
import { role, roleLookup } from "./iam-role.ts";
import { serviceLinkedRole } from "./iam-service-linked-role.ts";
import { user, userLookup } from "./iam-user.ts";
import { lambdaPermission } from "./lambda-permission.ts";
import { resourcePolicies } from "./resource-policies.ts";
import type { ResourceType } from "./resource-type.ts";
import { publicAccessBlock } from "./s3-public-access-block.ts";
import { workloads } from "./workloads.ts";

/** Every AWS resource type that is understood, by Terraform's name. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  [
    role,
    roleLookup,
    user,
    userLookup,
    group,
    groupLookup,
    serviceLinkedRole,
    policy,
    policyLookup,
    ...inlinePolicies,
    ...attachments,
    policyAttachment,
    ...exclusiveAttachments,
    groupMembership,
    userGroupMembership,
    ...credentials,
    ...named,
    ...resourcePolicies,
    publicAccessBlock,
    lambdaPermission,
    ...workloads,
  ].map((type) => [type.terraform, type]),
);
