import type { Text } from "#model/text.ts";
import { field, type Tree } from "#model/tree.ts";
import { join } from "../link/join.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { ThingKind } from "../link/things.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";

/** All members of one group. */
const groupMembership: ResourceType = {
  terraform: "aws_iam_group_membership",
  cloudformation: "AWS::IAM::UserToGroupAddition",
  spelling: { group: "GroupName" },
  contribute(resource, linking) {
    const groupText = attribute(resource, "group") ?? [];
    const group = linking.identity(groupText, "group", resource);
    for (const one of named(resource, field(resource.values, "users"), "user", linking)) {
      join(resource, { groupText, group, memberText: one.text, member: one.node }, linking);
    }
  },
};

/** Groups that one user is added to. */
const userGroupMembership: ResourceType = {
  terraform: "aws_iam_user_group_membership",
  contribute(resource, linking) {
    const memberText = attribute(resource, "user") ?? [];
    const member = linking.identity(memberText, "user", resource);
    for (const one of named(resource, field(resource.values, "groups"), "group", linking)) {
      join(resource, { memberText, member, groupText: one.text, group: one.node }, linking);
    }
  },
};

function named(
  resource: Resource,
  tree: Tree,
  kind: ThingKind & ("user" | "group"),
  linking: Linking,
): readonly { text: Text; node: string | undefined }[] {
  return linking.world.links(tree, [kind], resource).map((one) => ({
    text: one.text,
    node: one.link.kind === "thing" ? nodeOf(one.link.thing) : linking.identity(one.text, kind, resource),
  }));
}

export default [groupMembership, userGroupMembership] satisfies readonly ResourceType[];
