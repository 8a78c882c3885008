import type { NodeId } from "#model/node.ts";
import type { Text } from "#model/text.ts";
import type { Linking } from "./linking.ts";
import type { Resource } from "./resource.ts";

/** Somebody and what he becomes a part of, each as it is named and the node that it is, where that is known. */
export interface Pair {
  readonly groupText: Text;
  readonly group: NodeId | undefined;
  readonly memberText: Text;
  readonly member: NodeId | undefined;
}

/** Adds a membership that a resource makes. */
export function join(resource: Resource, pair: Pair, linking: Linking): void {
  const { group, groupText, member, memberText } = pair;
  const id = `${resource.change.address}#${member ?? "unknown"}/${group ?? "unknown"}`;
  linking.graph.addMembership({
    id,
    memberText,
    groupText,
    at: resource.change.at,
    ...(member !== undefined && { member }),
    ...(group !== undefined && { group }),
  });
}
