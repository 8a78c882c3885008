import { field } from "#model/tree.ts";
import { attach, isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";

const lists = [
  ["roles", "role"],
  ["users", "user"],
  ["groups", "group"],
] as const;

/** Attaches one policy to many identities, and takes it from all others of the account. */
export const policyAttachment: ResourceType = {
  terraform: "aws_iam_policy_attachment",
  contribute(resource, linking) {
    for (const list of lists) attachList(resource, list, linking);
  },
};

function attachList(resource: Resource, [name, kind]: (typeof lists)[number], linking: Linking): void {
  const tree = field(resource.values, name);
  if (!isSet(tree)) return;
  const policyText = attribute(resource, "policy_arn") ?? [];
  for (const [i, item] of linking.world.links(tree, [kind], resource).entries()) {
    const to = item.link.kind === "thing" ? nodeOf(item.link.thing) : linking.holder(item.text, kind, resource);
    const id = `${resource.change.address}#${name}/${i}`;
    attach(
      resource,
      field(resource.values, "policy_arn"),
      { id, kind: "grants", to, toText: item.text, policyText },
      linking,
    );
  }
}
