import { attribute } from "../link/resource.ts";
import { untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";

/** What an agent is to the services that it calls for its users. https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/identity.html */
const workloadIdentity: ResourceType = {
  terraform: "aws_bedrockagentcore_workload_identity",
  cloudformation: "AWS::BedrockAgentCore::WorkloadIdentity",
  contribute(resource, linking) {
    const subject = linking.graph.subject(resource.change, "aws", {
      name: attribute(resource, "name") ?? [],
      tags: untaggable,
      ...linking.world.accountFacts(resource),
    });
    linking.graph.addIdentity({ ...subject, kind: "agent", tags: untaggable, machine: "yes", serviceLinked: false });
  },
};

export default [workloadIdentity] satisfies readonly ResourceType[];
