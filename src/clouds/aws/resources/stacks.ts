import { field, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { knownText } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";

/** Deployments of another language inside of this one: what their template makes is not read here, so that it must be said. */
const stacks: readonly ResourceType[] = ["aws_cloudformation_stack", "aws_cloudformation_stack_set"].map(
  (terraform) => ({
    terraform,
    contribute(resource, linking) {
      const message = whatIsHidden(resource);
      if (message === undefined) return;
      linking.graph.notice({
        code: "template-not-read",
        level: "incomplete",
        message: `${resource.change.type} deploys a template ${message}`,
        location: field(resource.values, "template_body").at,
      });
    },
  }),
);

function whatIsHidden({ values }: Resource): string | undefined {
  const body = field(values, "template_body");
  const text = knownText(textOf(body));
  if (text === undefined)
    return isSet(body) ? "that is not known before the deployment" : "that is not part of this plan";
  const types = aboutAccess(text);
  return types.length === 0 ? undefined : `with resources about access, which are not read: ${types.join(", ")}`;
}

/** The types of a template's resources that are about access, in JSON or YAML. */
function aboutAccess(template: string): readonly string[] {
  const types = [...template.matchAll(/["']?Type["']?\s*:\s*["']?(AWS::\w+::\w+|\w+::\w+::\w+::MODULE)/g)];
  return [...new Set(types.map(([, type = ""]) => type))].filter((type) => telling.test(type)).sort();
}

const telling =
  /^AWS::(IAM|SSO|Organizations|RAM|Serverless|CloudFormation)::|(Polic(y|ies)|Permissions?|Grant|Role|MODULE)$/;

export default stacks satisfies readonly ResourceType[];
