import { nameFacts } from "../link/resource.ts";
import { untaggable } from "../link/tags.ts";
import { iamArn } from "./iam-arn.ts";
import { addOwnPolicies, ownPolicies } from "./own-policies.ts";
import type { ResourceType } from "./resource-type.ts";

/** A group has no tags, and stands for its members, who are people as a rule. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html */
function groupType(terraform: string, name: string): ResourceType {
  return {
    terraform,
    ...(!terraform.startsWith("data.") && {
      cloudformation: "AWS::IAM::Group",
      spelling: { name: "GroupName", ...ownPolicies },
    }),
    naming: { kind: "group", names: [name, "id"], arn: iamArn("group") },
    contribute(resource, linking) {
      const facts = {
        ...nameFacts(resource, name),
        tags: untaggable,
        ...linking.world.accountFacts(resource),
      };
      const subject = linking.graph.subject(resource.change, "aws", facts);
      linking.graph.addIdentity({ ...subject, kind: "group", tags: untaggable, machine: "no", serviceLinked: false });
      addOwnPolicies(resource, linking);
    },
  };
}

const group = groupType("aws_iam_group", "name");
const groupLookup = groupType("data.aws_iam_group", "group_name");

export default [group, groupLookup] satisfies readonly ResourceType[];
