import { field } from "#model/tree.ts";
import { attach } from "../link/attach.ts";
import { attribute } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";

/** Attachments of one managed policy to one identity. */
const rows = [
  ["aws_iam_role_policy_attachment", "role"],
  ["aws_iam_user_policy_attachment", "user"],
  ["aws_iam_group_policy_attachment", "group"],
] as const;

const attachments: readonly ResourceType[] = rows.map(([terraform, kind]) => ({
  terraform,
  contribute(resource, linking) {
    const toText = attribute(resource, kind) ?? [];
    const to = linking.holder(toText, kind, resource);
    const policyText = attribute(resource, "policy_arn") ?? [];
    attach(
      resource,
      field(resource.values, "policy_arn"),
      { id: resource.change.address, kind: "grants", to, toText, policyText },
      linking,
    );
  },
}));

export default attachments;
