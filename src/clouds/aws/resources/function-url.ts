import { field } from "#model/tree.ts";
import { attribute } from "../link/resource.ts";
import { untaggable } from "../link/tags.ts";
import { nodeOf } from "../link/world.ts";
import { opennessBy } from "./openness.ts";
import type { ResourceType } from "./resource-type.ts";

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const functionUrl: ResourceType = {
  terraform: "aws_lambda_function_url",
  cloudformation: "AWS::Lambda::Url",
  spelling: { authorization_type: "AuthType", function_name: "TargetFunctionArn" },
  contribute(resource, linking) {
    const { world, graph } = linking;
    const name = attribute(resource, "function_name") ?? [];
    const link = world.link(name, ["function"], resource);
    const subject = graph.subject(resource.change, "aws", {
      name: [],
      tags: untaggable,
      ...world.accountFacts(resource),
    });
    graph.addEndpoint({
      ...subject,
      kind: "endpoint",
      form: "function-url",
      open: opennessBy(field(resource.values, "authorization_type"), "authorization_type"),
      leadsTo: [
        {
          how: "runs",
          text: name,
          at: field(resource.values, "function_name").at,
          ...(link.kind === "thing" && { node: nodeOf(link.thing) }),
        },
      ],
    });
  },
};

export default [functionUrl] satisfies readonly ResourceType[];
