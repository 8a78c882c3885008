import type { Identity } from "#model/identity.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { hole, known, unknown, type Value } from "#model/value.ts";
import { addManagedPolicies, addOwnPolicy, attach, isSet } from "../link/attach.ts";
import { join } from "../link/join.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, literal, nameFacts, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import { directoryGroup, directoryUser, permissionSet } from "./directory-sorts.ts";
import type { ResourceType } from "./resource-type.ts";

/** The role that people get in the accounts where they are assigned to it. */
const set: ResourceType = {
  terraform: "aws_ssoadmin_permission_set",
  cloudformation: "AWS::SSO::PermissionSet",
  naming: { kind: "permission-set", names: ["name"] },
  contribute(resource, linking) {
    const tags = tagsOf(resource);
    const facts = { ...nameFacts(resource, "name"), tags, ...linking.world.accountFacts(resource) };
    const subject = linking.graph.subject(resource.change, "aws", facts);
    const description = attribute(resource, "description");
    linking.graph.addIdentity({
      ...subject,
      kind: "role",
      tags,
      machine: "no",
      serviceLinked: false,
      manyAccounts: true,
      ...(description !== undefined && { description }),
      longestSession: longestSession(field(resource.values, "session_duration")),
    });
    addListed(resource, linking, facts.name);
  },
};

/** A permission set has at most one, which has no name. */
const inlineName = literalText("inline policy");

/** What CloudFormation says in the set itself. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html */
function addListed(resource: Resource, linking: Linking, toText: Text): void {
  const { address: to } = resource.change;
  const own = field(resource.values, "inline_policy");
  if (isSet(own))
    addOwnPolicy({ id: `${to}#inline_policy`, name: inlineName, to, toText, tree: own }, resource, linking);
  addManagedPolicies(resource, field(resource.values, "managed_policies"), linking);
  const tie = (tree: Tree, kind: "grants" | "bounds", id: string) => {
    const policyText = textOf(tree);
    if (isSet(tree) && policyText !== undefined)
      attach(resource, tree, { id: `${to}#${id}`, kind, to, toText, policyText }, linking);
  };
  for (const [i, one] of elements(field(resource.values, "customer_managed_policy_references")).entries())
    tie(field(one, "Name"), "grants", `customer_policy/${i}`);
  const boundary = field(resource.values, "permissions_boundary");
  tie(field(boundary, "ManagedPolicyArn"), "bounds", "boundary");
  tie(field(boundary, "CustomerManagedPolicyReference", "Name"), "bounds", "customer_boundary");
}

/** Written as in ISO 8601, `PT8H`; an hour where nobody says. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
function longestSession(tree: Tree): NonNullable<Identity["longestSession"]> {
  const text = isSet(tree) ? textOf(tree) : undefined;
  const value = text === undefined ? known("PT1H") : wholeText(text);
  return { seconds: value.known ? secondsOf(value.value) : value, at: tree.at };
}

function secondsOf(duration: string): Value<number> {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  if (parts === null) return unknown(hole("ambiguous-text"));
  const [, hours = "0", minutes = "0", seconds = "0"] = parts;
  return known(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

const inlinePolicy: ResourceType = {
  terraform: "aws_ssoadmin_permission_set_inline_policy",
  contribute(resource, linking) {
    const tree = field(resource.values, "inline_policy");
    addOwnPolicy(
      { id: resource.change.address, name: inlineName, ...setOf(resource, linking), tree },
      resource,
      linking,
    );
  },
};

/** What else is tied to a permission set: where the policy is named, by its ARN or by its name in each account, and what for. */
const ties = [
  ["aws_ssoadmin_managed_policy_attachment", "grants", ["managed_policy_arn"]],
  ["aws_ssoadmin_customer_managed_policy_attachment", "grants", ["customer_managed_policy_reference.name"]],
  [
    "aws_ssoadmin_permissions_boundary_attachment",
    "bounds",
    ["permissions_boundary.managed_policy_arn", "permissions_boundary.customer_managed_policy_reference.name"],
  ],
] as const;

const attachments: readonly ResourceType[] = ties.map(([terraform, kind, paths]) => ({
  terraform,
  contribute(resource, linking) {
    const trees = paths.map((path) => field(resource.values, ...path.split(".")));
    const path = paths[trees.findIndex(isSet)] ?? paths[0];
    const policyText = attribute(resource, ...path.split(".")) ?? [];
    const what = { id: resource.change.address, kind, ...setOf(resource, linking), policyText };
    attach(resource, field(resource.values, ...path.split(".")), what, linking);
  },
}));

function setOf(resource: Resource, linking: Linking) {
  const toText = attribute(resource, "permission_set_arn") ?? [];
  return { toText, to: linking.holder(toText, permissionSet, resource) };
}

/** Whoever is assigned gets what the permission set may, in one account. */
const assignment: ResourceType = {
  terraform: "aws_ssoadmin_account_assignment",
  cloudformation: "AWS::SSO::Assignment",
  contribute(resource, linking) {
    const groupText = attribute(resource, "permission_set_arn") ?? [];
    const group = linking.identity(groupText, permissionSet, resource);
    join(resource, { groupText, group, ...principalOf(resource, linking) }, linking);
  },
};

/** An application of IAM Identity Center lets in who is assigned to it. */
const applicationAssignment: ResourceType = {
  terraform: "aws_ssoadmin_application_assignment",
  cloudformation: "AWS::SSO::ApplicationAssignment",
  contribute(resource, linking) {
    const groupText = attribute(resource, "application_arn") ?? [];
    join(resource, { groupText, group: undefined, ...principalOf(resource, linking) }, linking);
  },
};

function principalOf(resource: Resource, linking: Linking) {
  const memberText = attribute(resource, "principal_id") ?? [];
  const type = literal(resource, "principal_type");
  const sort = type === "GROUP" ? directoryGroup : type === "USER" ? directoryUser : undefined;
  return { memberText, member: sort === undefined ? undefined : linking.identity(memberText, sort, resource) };
}

export default [set, inlinePolicy, ...attachments, assignment, applicationAssignment] satisfies readonly ResourceType[];
