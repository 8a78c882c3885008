import { field } from "#model/tree.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { attribute, literal, nameFacts, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import { isVendorPolicy } from "../link/vendor-policies.ts";
import { iamArn } from "./iam-arn.ts";
import { listedHolders } from "./listed-holders.ts";
import type { ResourceType } from "./resource-type.ts";

const naming = { kind: "policy", names: ["name"], arn: iamArn("policy") } as const;

/** A customer-managed policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html */
const policy: ResourceType = {
  terraform: "aws_iam_policy",
  cloudformation: "AWS::IAM::ManagedPolicy",
  spelling: { name: "ManagedPolicyName", policy: "PolicyDocument" },
  naming,
  contribute(resource, linking) {
    const tags = tagsOf(resource);
    const subject = linking.graph.subject(resource.change, "aws", {
      ...nameFacts(resource, "name"),
      tags,
      ...linking.world.accountFacts(resource),
    });
    addPolicy(resource, linking, { subject });
    attachToListed(resource, linking);
  },
};

/** CloudFormation lists who gets a policy in the policy. */
function attachToListed(resource: Resource, linking: Linking): void {
  const { address, at } = resource.change;
  const policyText = nameFacts(resource, "name").name;
  for (const holder of listedHolders(resource, linking)) {
    linking.graph.addAttachment({ ...holder, kind: "grants", policy: address, policyText, address, at });
  }
}

/** A policy that was only looked up. One of AWS's is known from the table. */
const policyLookup: ResourceType = {
  terraform: "data.aws_iam_policy",
  naming,
  contribute(resource, linking) {
    const arn = literal(resource, "arn");
    if (arn === undefined || !isVendorPolicy(arn)) addPolicy(resource, linking, {});
  },
};

function addPolicy(
  resource: Resource,
  linking: Linking,
  more: Pick<Parameters<typeof policyNode>[0], "subject">,
): void {
  const { address, type } = resource.change;
  const tree = field(resource.values, "policy");
  const head = {
    id: address,
    kind: "identity",
    origin: "customer",
    name: attribute(resource, "name") ?? [],
    address,
    type,
    assumed: false,
  } as const;
  linking.graph.addPolicy(policyNode({ ...head, ...more }, linking.document(tree), tree));
}

export default [policy, policyLookup] satisfies readonly ResourceType[];
