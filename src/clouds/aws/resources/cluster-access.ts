import type { NodeId } from "#model/node.ts";
import type { Text } from "#model/text.ts";
import { elements, field, textOf } from "#model/tree.ts";
import { parseArn } from "../arn.ts";
import { attach, isSet } from "../link/attach.ts";
import { join } from "../link/join.ts";
import { knownText, type Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";

/** A role or user of IAM becomes a member of groups inside of a cluster. https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html */
const entry: ResourceType = {
  terraform: "aws_eks_access_entry",
  cloudformation: "AWS::EKS::AccessEntry",
  contribute(resource, linking) {
    const memberText = attribute(resource, "principal_arn") ?? [];
    const member = principalNamed(memberText, resource, linking);
    for (const [i, one] of elements(field(resource.values, "access_policies")).entries()) {
      const tree = field(one, "PolicyArn");
      const id = `${resource.change.address}#policy/${i}`;
      const what = { id, kind: "grants", to: member, toText: memberText, policyText: textOf(tree) ?? [] } as const;
      if (isSet(tree)) attach(resource, tree, what, linking);
    }
    const groups = field(resource.values, "kubernetes_groups");
    if (!isSet(groups)) return;
    for (const { text } of linking.world.links(groups, [], resource))
      join(resource, { memberText, member, groupText: text, group: undefined }, linking);
  },
};

/** A policy for what is inside of a cluster: AWS maintains it, in the words of Kubernetes. */
const association: ResourceType = {
  terraform: "aws_eks_access_policy_association",
  contribute(resource, linking) {
    const toText = attribute(resource, "principal_arn") ?? [];
    const to = principalNamed(toText, resource, linking);
    const tree = field(resource.values, "policy_arn");
    const policyText = attribute(resource, "policy_arn") ?? [];
    attach(resource, tree, { id: resource.change.address, kind: "grants", to, toText, policyText }, linking);
  },
};

/** The role or user of an ARN, which may be outside of the plan. */
function principalNamed(text: Text, resource: Resource, linking: Linking): NodeId | undefined {
  const link = linking.world.link(text, ["role", "user"], resource);
  if (link.kind === "thing") return nodeOf(link.thing);
  const arn = parseArn(knownText(text) ?? "");
  if (arn?.resource.startsWith("role/") === true) return linking.identity(text, "role", resource);
  return arn?.resource.startsWith("user/") === true ? linking.identity(text, "user", resource) : undefined;
}

export default [entry, association] satisfies readonly ResourceType[];
