import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { addOwnPolicy } from "../link/attach.ts";
import { attribute } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";

/** Inline policies that are resources of their own: the kind of identity, and how either dialect names it. */
const rows = [
  ["aws_iam_role_policy", "AWS::IAM::RolePolicy", "role", "RoleName"],
  ["aws_iam_user_policy", "AWS::IAM::UserPolicy", "user", "UserName"],
  ["aws_iam_group_policy", "AWS::IAM::GroupPolicy", "group", "GroupName"],
] as const;

const inlinePolicies: readonly ResourceType[] = rows.map(([terraform, cloudformation, kind, holder]) => ({
  terraform,
  cloudformation,
  spelling: { name: "PolicyName", policy: "PolicyDocument", [kind]: holder },
  contribute(resource, linking) {
    const toText = attribute(resource, kind) ?? [];
    const name = attribute(resource, "name") ?? literalText(resource.change.name);
    const to = linking.holder(toText, kind, resource);
    addOwnPolicy(
      { id: resource.change.address, name, to, toText, tree: field(resource.values, "policy") },
      resource,
      linking,
    );
  },
}));

export default inlinePolicies;
