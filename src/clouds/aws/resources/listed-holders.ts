import type { NodeId } from "#model/node.ts";
import type { Text } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import { nodeOf } from "../link/world.ts";

const lists = [
  ["roles", "role"],
  ["users", "user"],
  ["groups", "group"],
] as const;

/** An identity that a policy lists as its holder. */
export interface ListedHolder {
  /** The resource and the place in its list: an id for what ties the two. */
  readonly id: NodeId;
  readonly to: NodeId;
  readonly toText: Text;
}

/** The identities that a resource about a policy lists, of every kind. */
export function listedHolders(resource: Resource, linking: Linking): readonly ListedHolder[] {
  return lists.flatMap(([name, kind]) => {
    const tree = field(resource.values, name);
    if (!isSet(tree)) return [];
    return linking.world.links(tree, [kind], resource).map(({ link, text }, i) => ({
      id: `${resource.change.address}#${name}/${i}`,
      to: link.kind === "thing" ? nodeOf(link.thing) : linking.holder(text, kind, resource),
      toText: text,
    }));
  });
}
