import { type Text, wholeText } from "#model/text.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";

/** A role that AWS makes for one of its services; trust and permissions are AWS's. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
const serviceLinkedRole: ResourceType = {
  terraform: "aws_iam_service_linked_role",
  cloudformation: "AWS::IAM::ServiceLinkedRole",
  spelling: { aws_service_name: "AWSServiceName" },
  naming: { kind: "role", names: ["name"] },
  contribute(resource, linking) {
    const tags = tagsOf(resource);
    const name = nameOf(resource);
    const subject = linking.graph.subject(resource.change, "aws", {
      name,
      tags,
      ...linking.world.accountFacts(resource),
    });
    linking.graph.addIdentity({ ...subject, kind: "role", tags, machine: "yes", serviceLinked: true });
  },
};

/** AWS makes the name; until it did, and where it is never told, the role is called by its service. */
function nameOf(resource: Resource): Text {
  const name = attribute(resource, "name");
  if (name !== undefined && wholeText(name).known) return name;
  return attribute(resource, "aws_service_name") ?? [];
}

export default [serviceLinkedRole] satisfies readonly ResourceType[];
