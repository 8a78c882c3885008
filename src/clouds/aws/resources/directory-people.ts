import { join } from "../link/join.ts";
import type { Linking, Sort } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { untaggable } from "../link/tags.ts";
import { directoryGroup, directoryUser, poolGroup, poolUser } from "./directory-sorts.ts";
import type { ResourceType } from "./resource-type.ts";

/** Identities of a directory: the attribute that people know them by, and the id that others name them by. */
const identities = [
  ["aws_identitystore_user", "AWS::IdentityStore::User", directoryUser, "user_name", "user_id"],
  ["aws_identitystore_group", "AWS::IdentityStore::Group", directoryGroup, "display_name", "group_id"],
  ["aws_cognito_user", "AWS::Cognito::UserPoolUser", poolUser, "username", "sub"],
] as const;

/** Who belongs to which group. */
const memberships = [
  {
    terraform: "aws_identitystore_group_membership",
    cloudformation: "AWS::IdentityStore::GroupMembership",
    member: [directoryUser, "member_id"],
    group: [directoryGroup, "group_id"],
  },
  {
    terraform: "aws_cognito_user_in_group",
    cloudformation: "AWS::Cognito::UserPoolUserToGroupAttachment",
    member: [poolUser, "username"],
    group: [poolGroup, "group_name"],
  },
] as const;

const people: readonly ResourceType[] = [
  ...identities.map(
    ([terraform, cloudformation, sort, name, id]): ResourceType => ({
      terraform,
      cloudformation,
      naming: { kind: sort.thing, names: [name, id] },
      contribute(resource, linking) {
        addIdentity(resource, sort, name, linking);
      },
    }),
  ),
  ...memberships.map(
    ({ terraform, cloudformation, member: [member, memberName], group: [group, groupName] }): ResourceType => ({
      terraform,
      cloudformation,
      contribute(resource, linking) {
        // CloudFormation says of a member that it is a user.
        const memberText = attribute(resource, memberName) ?? attribute(resource, memberName, "UserId") ?? [];
        const groupText = attribute(resource, groupName) ?? [];
        const nodes = {
          member: linking.identity(memberText, member, resource),
          group: linking.identity(groupText, group, resource),
        };
        join(resource, { memberText, groupText, ...nodes }, linking);
      },
    }),
  ),
];

function addIdentity(resource: Resource, { kind, machine }: Sort, name: string, linking: Linking): void {
  const subject = linking.graph.subject(resource.change, "aws", {
    name: attribute(resource, name) ?? [],
    tags: untaggable,
    ...linking.world.accountFacts(resource),
  });
  linking.graph.addIdentity({ ...subject, kind, tags: untaggable, machine, serviceLinked: false });
}

export default people;
