import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { attribute, literal, nameFacts, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";

/** An account of an organization: what happens in it happens in its name, and guardrails are tied to it. */
const account: ResourceType = {
  terraform: "aws_organizations_account",
  cloudformation: "AWS::Organizations::Account",
  spelling: { name: "AccountName" },
  naming: { kind: "account", names: ["name", "id"] },
  contribute(resource, linking) {
    const tags = tagsOf(resource);
    const facts = { ...nameFacts(resource, "name"), tags, ...linking.world.accountFacts(resource) };
    const subject = linking.graph.subject(resource.change, "aws", facts);
    linking.graph.addIdentity({ ...subject, kind: "account", tags, machine: "no", serviceLinked: false });
  },
};

/** The types of an organization's policies that say what can be done; the others are about tags, backups, settings. */
const aboutAccess = new Set(["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]);

/** It grants nothing: it is the most that anybody in the accounts below it can do. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const policy: ResourceType = {
  terraform: "aws_organizations_policy",
  cloudformation: "AWS::Organizations::Policy",
  naming: { kind: "organization-policy", names: ["name", "id"] },
  contribute(resource, linking) {
    if (!isAboutAccess(resource)) return;
    const { address, type } = resource.change;
    const tree = field(resource.values, "content");
    const name = attribute(resource, "name") ?? [];
    const head = { id: address, kind: "guardrail", origin: "customer", name, address, type, assumed: false } as const;
    linking.graph.addPolicy(policyNode(head, linking.document(tree), tree));
    for (const [i, target] of elements(field(resource.values, "target_ids")).entries())
      addGuard(resource, target, i, linking);
  },
};

/** CloudFormation lists in the policy what it is tied to. */
function addGuard(resource: Resource, target: Tree, i: number, linking: Linking): void {
  const { address, at } = resource.change;
  const toText = textOf(target) ?? [];
  const link = linking.world.link(toText, ["account"], resource);
  linking.graph.addAttachment({
    id: `${address}#target/${i}`,
    kind: "guards",
    policy: address,
    policyText: attribute(resource, "name") ?? [],
    toText,
    address,
    at,
    ...(link.kind === "thing" && { to: nodeOf(link.thing) }),
  });
}

/** A policy without a type controls services. */
function isAboutAccess(resource: Resource): boolean {
  if (!isSet(field(resource.values, "type"))) return true;
  const type = literal(resource, "type");
  return type === undefined || aboutAccess.has(type);
}

const attachment: ResourceType = {
  terraform: "aws_organizations_policy_attachment",
  contribute(resource, linking) {
    const policyText = attribute(resource, "policy_id") ?? [];
    const toText = attribute(resource, "target_id") ?? [];
    const link = linking.world.link(policyText, ["organization-policy"], resource);
    if (link.kind === "thing" && !isAboutAccess(link.thing.resource)) return;
    const to = accountNamed(resource, linking);
    const { address, at } = resource.change;
    linking.graph.addAttachment({
      id: address,
      kind: "guards",
      policyText,
      toText,
      address,
      at,
      ...(link.kind === "thing" && { policy: nodeOf(link.thing) }),
      ...(to !== undefined && { to }),
    });
  },
};

/** The account that a policy is tied to; a root or a unit of the organization is no account. */
function accountNamed(resource: Resource, linking: Linking): string | undefined {
  const link = linking.world.link(attribute(resource, "target_id") ?? [], ["account"], resource);
  return link.kind === "thing" ? nodeOf(link.thing) : undefined;
}

export default [account, policy, attachment] satisfies readonly ResourceType[];
