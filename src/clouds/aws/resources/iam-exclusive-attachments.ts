import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { attach, isSet } from "../link/attach.ts";
import { attribute } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";

/** The whole list of managed policies of one identity. */
const rows = [
  ["aws_iam_role_policy_attachments_exclusive", "role", "role_name"],
  ["aws_iam_user_policy_attachments_exclusive", "user", "user_name"],
  ["aws_iam_group_policy_attachments_exclusive", "group", "group_name"],
] as const;

const exclusiveAttachments: readonly ResourceType[] = rows.map(([terraform, kind, name]) => ({
  terraform,
  contribute(resource, linking) {
    const tree = field(resource.values, "policy_arns");
    if (!isSet(tree)) return;
    const toText = attribute(resource, name) ?? [];
    const to = linking.holder(toText, kind, resource);
    for (const [i, item] of linking.world.allLinks(tree, ["policy"], resource).entries()) {
      const arn = item.link.kind === "thing" ? item.link.thing.arn?.value : undefined;
      const policyText = arn === undefined ? item.text : literalText(arn);
      attach(
        resource,
        item.tree,
        { id: `${resource.change.address}#${i}`, kind: "grants", to, toText, policyText },
        linking,
      );
    }
  },
}));

export default exclusiveAttachments;
