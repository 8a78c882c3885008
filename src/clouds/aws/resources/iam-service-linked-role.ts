import { attribute } from "../link/resource.ts";
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
    const name = attribute(resource, "name") ?? attribute(resource, "aws_service_name") ?? [];
    const subject = linking.graph.subject(resource.change, "aws", {
      name,
      tags,
      ...linking.world.accountFacts(resource),
    });
    linking.graph.addIdentity({ ...subject, kind: "role", tags, machine: "yes", serviceLinked: true });
  },
};

export default [serviceLinkedRole] satisfies readonly ResourceType[];
