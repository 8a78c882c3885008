import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { knownText, type Linking } from "./linking.ts";
import { attribute, literal, type Resource } from "./resource.ts";
import { nodeOf } from "./world.ts";

/** Where a role lists a policy that a resource of its own may rule, and what the policy goes by there. */
type Listing = "managed_policy_arns" | "inline_policy";

/**
 * Notes the policies of roles that the deployment rules by other resources. The provider lists in a role all that it has, whoever gave it, as it was when the plan was made: of a
 * policy that the deployment changes or takes away, the role tells nothing new.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
 */
export function addRuled(linking: Linking): void {
  const { resources, vanished } = linking.world;
  const changed = resources.filter(({ change }) => change.action !== "none");
  for (const one of [...changed, ...vanished])
    if (one.typeKey === "aws_iam_role_policy") note(one, "inline_policy", literal(one, "name"), linking);
  for (const one of vanished)
    if (one.typeKey === "aws_iam_role_policy_attachment")
      note(one, "managed_policy_arns", literal(one, "policy_arn"), linking);
}

function note(resource: Resource, listing: Listing, name: string | undefined, linking: Linking): void {
  const role = attribute(resource, "role");
  const link = role === undefined ? undefined : linking.world.link(role, ["role"], resource);
  if (name !== undefined && link?.kind === "thing") linking.ruled.add(keyOf(nodeOf(link.thing), listing, name));
}

/** Whether an item of a role's list only repeats what was there before, of a policy that another resource rules. */
export function isRepeated(item: Tree, listing: Listing, role: Resource, linking: Linking): boolean {
  const name = nameOf(item, listing);
  if (name === undefined || !linking.ruled.has(keyOf(role.change.address, listing, name))) return false;
  return elements(field(role.change.before, listing)).some(
    (one) => nameOf(one, listing) === name && contentOf(one) === contentOf(item),
  );
}

function nameOf(item: Tree, listing: Listing): string | undefined {
  return knownText(textOf(listing === "inline_policy" ? field(item, "name") : item));
}

function contentOf(item: Tree): string | undefined {
  return knownText(textOf(field(item, "policy")));
}

function keyOf(role: string, listing: Listing, name: string): string {
  return JSON.stringify([role, listing, name]);
}
