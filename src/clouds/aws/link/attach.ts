import type { Attachment } from "#model/attachment.ts";
import type { NodeId } from "#model/node.ts";
import type { Policy } from "#model/policy.ts";
import { literalText, type Text } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { itemForms } from "../policy/forms.ts";
import { type Linking, policyNode } from "./linking.ts";
import { attribute, type Resource } from "./resource.ts";
import { isRepeated } from "./ruled.ts";
import { isClusterPolicy, isVendorPolicy, vendorArnIn } from "./vendor-policies.ts";
import { nodeOf } from "./world.ts";

/** False for what nobody wrote: absent, or left to the provider. */
export function isSet(tree: Tree): boolean {
  return tree.kind !== "absent" && !(tree.kind === "unknown" && tree.hole.unset);
}

/** The policy that an ARN or a reference names: one of AWS's, one of the plan, or none that is known. */
function policyOf(text: Text, from: Resource, linking: Linking): NodeId | undefined {
  const link = linking.world.link(text, ["policy"], from);
  const arn = link.kind === "thing" ? link.thing.arn?.value : vendorArnIn(text);
  if (arn !== undefined && (isVendorPolicy(arn) || isClusterPolicy(arn))) return linking.vendorPolicy(arn);
  return link.kind === "thing" ? nodeOf(link.thing) : undefined;
}

/** Ties a policy that is named by its ARN to an identity. */
export function attach(
  from: Resource,
  at: Tree,
  what: Pick<Attachment, "kind" | "toText"> & {
    readonly to: NodeId | undefined;
    readonly policyText: Text;
    readonly id: NodeId;
  },
  linking: Linking,
): void {
  const policy = policyOf(what.policyText, from, linking);
  linking.graph.addAttachment({
    id: what.id,
    kind: what.kind,
    policyText: what.policyText,
    toText: what.toText,
    address: from.change.address,
    at: at.at,
    ...(policy !== undefined && { policy }),
    ...(what.to !== undefined && { to: what.to }),
  });
}

/** The permissions boundary of a role or user. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export function addBoundary(resource: Resource, linking: Linking): void {
  const tree = field(resource.values, "permissions_boundary");
  const policyText = textOf(tree);
  if (!isSet(tree) || policyText === undefined || policyText.length === 0) return;
  const id = `${resource.change.address}#permissions_boundary`;
  attach(
    resource,
    tree,
    { id, kind: "bounds", to: resource.change.address, toText: attribute(resource, "name") ?? [], policyText },
    linking,
  );
}

/** Policies that an identity lists by ARN in an attribute of its own. */
export function addManagedPolicies(resource: Resource, tree: Tree, linking: Linking): void {
  if (!isSet(tree)) return;
  const forms = itemForms(tree);
  const known = forms.every(({ tree: one }) => elements(one).every(mayBeArn)) ? forms : [{ tree, form: undefined }];
  const items = known.flatMap(({ tree: one, form }) =>
    linking.world.allLinks(one, ["policy"], resource).map((item) => ({ ...item, form })),
  );
  const own = items.filter((item) => !isRepeated(item.tree, "managed_policy_arns", resource, linking.world));
  for (const [i, item] of own.entries()) {
    const policyText = item.link.kind === "thing" ? linkText(item.link.thing.arn?.value, item.text) : item.text;
    const id = `${resource.change.address}#managed_policy/${i}`;
    const policy =
      item.link.kind === "thing" && !isVendor(item.link.thing.arn?.value)
        ? nodeOf(item.link.thing)
        : policyOf(item.text, resource, linking);
    linking.graph.addAttachment({
      id,
      kind: "grants",
      policyText,
      to: resource.change.address,
      toText: attribute(resource, "name") ?? [],
      address: resource.change.address,
      at: item.tree.at,
      ...(policy !== undefined && { policy }),
      ...(item.form !== undefined && { form: item.form }),
    });
  }
}

/** What is chosen may be the name of a policy, which something else makes an ARN of: then nobody knows which it is. */
function mayBeArn(tree: Tree): boolean {
  const [first] = textOf(tree) ?? [];
  return typeof first !== "string" || first.startsWith("arn:");
}

function isVendor(arn: string | undefined): boolean {
  return arn !== undefined && isVendorPolicy(arn);
}

function linkText(arn: string | undefined, text: Text): Text {
  return arn === undefined ? text : literalText(arn);
}

/** A policy that is written into the identity that it belongs to. */
export function addInlinePolicy(resource: Resource, block: Tree, i: number, linking: Linking): void {
  const id = `${resource.change.address}#inline_policy/${i}`;
  const name = textOf(field(block, "name")) ?? literalText("inline_policy");
  addOwnPolicy(
    { id, name, to: resource.change.address, toText: attribute(resource, "name") ?? [], tree: field(block, "policy") },
    resource,
    linking,
  );
}

export interface OwnPolicy {
  readonly id: NodeId;
  readonly name: Text;
  readonly to: NodeId | undefined;
  readonly toText: Text;
  readonly tree: Tree;
}

/** An inline policy, as a node and its attachment to the one identity that has it. */
export function addOwnPolicy(own: OwnPolicy, resource: Resource, linking: Linking): void {
  const head = {
    id: own.id,
    kind: "identity",
    origin: "inline",
    name: own.name,
    address: resource.change.address,
    type: resource.change.type,
    assumed: false,
  } as const;
  const policy: Policy = policyNode(head, linking.document(own.tree), own.tree);
  linking.graph.addPolicy(policy);
  const id = `${own.id}#attachment`;
  linking.graph.addAttachment({
    id,
    kind: "grants",
    policy: own.id,
    policyText: own.name,
    toText: own.toText,
    address: resource.change.address,
    at: own.tree.at,
    ...(own.to !== undefined && { to: own.to }),
  });
}
