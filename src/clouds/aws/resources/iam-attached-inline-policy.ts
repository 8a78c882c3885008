import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { addOwnPolicy } from "../link/attach.ts";
import { attribute } from "../link/resource.ts";
import { listedHolders } from "./listed-holders.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * One document as an inline policy of many identities: each gets its own copy.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
 */
const attachedInlinePolicy: ResourceType = {
  cloudformation: "AWS::IAM::Policy",
  spelling: { name: "PolicyName", policy: "PolicyDocument" },
  contribute(resource, linking) {
    const name = attribute(resource, "name") ?? literalText(resource.change.name);
    for (const holder of listedHolders(resource, linking)) {
      addOwnPolicy({ ...holder, name, tree: field(resource.values, "policy") }, resource, linking);
    }
  },
};

export default [attachedInlinePolicy] satisfies readonly ResourceType[];
