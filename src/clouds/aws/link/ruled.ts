import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { knownText } from "./linking.ts";
import { attribute, literal, type Resource } from "./resource.ts";
import { nodeOf, type World } from "./world.ts";

/** Where a role lists a policy that a resource of its own may rule, and what the policy goes by there. */
type Listing = "managed_policy_arns" | "inline_policy";

/**
 * Marks the policies of roles that the deployment rules by other resources. The provider lists in a role all that it has, whoever gave it, as it was when the plan was made: of a
 * policy that the deployment changes or takes away, the role tells nothing new.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
 */
export function markRuled(world: World): void {
  const { resources, vanished } = world;
  const changed = resources.filter(({ change }) => change.action !== "none");
  for (const one of [...changed, ...vanished])
    if (one.typeKey === "aws_iam_role_policy") mark(one, "inline_policy", literal(one, "name"), world);
  for (const one of vanished)
    if (one.typeKey === "aws_iam_role_policy_attachment")
      mark(one, "managed_policy_arns", literal(one, "policy_arn"), world);
}

function mark(resource: Resource, listing: Listing, name: string | undefined, world: World): void {
  const role = attribute(resource, "role");
  const link = role === undefined ? undefined : world.link(role, ["role"], resource);
  if (name !== undefined && link?.kind === "thing") world.mark(keyOf(nodeOf(link.thing), listing, name));
}

/** Whether an item of a role's list only repeats what was there before, of a policy that another resource rules. */
export function isRepeated(item: Tree, listing: Listing, role: Resource, world: World): boolean {
  const name = nameOf(item, listing);
  if (name === undefined || !world.isMarked(keyOf(role.change.address, listing, name))) return false;
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
  return `ruled ${JSON.stringify([role, listing, name])}`;
}
