import type { Membership } from "#model/attachment.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { NodeId } from "#model/node.ts";
import { showText } from "#model/text.ts";

/** The groups that somebody joins by the change: what a group may do is given to somebody new. */
export function joinedGroups(before: AccessGraph, after: AccessGraph): ReadonlySet<NodeId> {
  const old = new Set(before.memberships.map(keyOf));
  const joining = after.memberships.filter((one) => !old.has(keyOf(one)));
  return new Set(joining.map((one) => one.group).filter((group) => group !== undefined));
}

function keyOf({ member, memberText, group, groupText }: Membership): string {
  return JSON.stringify([member ?? showText(memberText), group ?? showText(groupText)]);
}
