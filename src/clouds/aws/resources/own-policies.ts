import { elements, field } from "#model/tree.ts";
import { addInlinePolicy, addManagedPolicies, isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";

/** CloudFormation's names of the policies that stand in the identity that has them. */
export const ownPolicies: Spelling = {
  inline_policy: "Policies",
  "inline_policy.name": "PolicyName",
  "inline_policy.policy": "PolicyDocument",
};

/** Policies that stand in a user or a group, as only CloudFormation has it. */
export function addOwnPolicies(resource: Resource, linking: Linking): void {
  addManagedPolicies(resource, field(resource.values, "managed_policy_arns"), linking);
  for (const [i, block] of elements(field(resource.values, "inline_policy")).entries())
    if (isSet(block)) addInlinePolicy(resource, block, i, linking);
}
