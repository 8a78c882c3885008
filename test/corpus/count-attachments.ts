import { isRecord } from "#model/json-tree.ts";
import { type Counts, counts } from "./counts.ts";
import { listOf, type RawResource } from "./raw-plan.ts";
import { type Count, known, lengthOf, sum } from "./raw-values.ts";

/** Attributes that name one policy, and those that list several. */
const onePolicy = [
  "policy_arn",
  "policy_id",
  "policy",
  "managed_policy_arn",
  "permissions_boundary",
  "session_policy_arn",
  "customer_managed_policy_reference.name",
];

/** Attributes that list members or groups, and those that name the one who joins. */
const listedMembers = ["users", "groups", "user_ids", "group_ids", "kubernetes_groups"];
const oneMember = ["member_id", "member_name", "username", "principal", "principal_id"];

/** What ties one thing to another, as its attributes say: policies to those who get them, members to their groups, somebody to what is shared. */
export function countAttachment(resource: RawResource, attributes: readonly string[]): Counts {
  const has = (names: readonly string[]) => names.some((one) => attributes.includes(one));
  if (has(["policy_arns"])) return counts({ attachments: lengthOf(resource, "policy_arns") });
  if (has(onePolicy)) return counts({ attachments: holders(resource, attributes) });
  if (has(["portfolio_id"])) return { policies: 1, statements: 1 };
  if (has(["role_arn", "iam_role_arns"])) return { workloads: 1 };
  const lists = listedMembers.filter((one) => has([one]));
  if (lists.length > 0) return counts({ memberships: sum(lists.map((one) => lengthOf(resource, one))) });
  return has(oneMember) ? { memberships: 1 } : {};
}

/** A policy may be tied to several at once, by lists of their own or in a block. */
function holders(resource: RawResource, attributes: readonly string[]): Count {
  const lists = ["roles", "users", "groups"].filter((one) => attributes.includes(one));
  if (lists.length > 0) return sum(lists.map((one) => lengthOf(resource, one)));
  if (!attributes.includes("identities.user")) return 1;
  const blocks = known(resource, "identities");
  if (blocks === undefined) return undefined;
  const named = listOf(blocks).flatMap((one) => (isRecord(one) ? [one.user, one.group] : []));
  return named.reduce<number>((total, one) => total + listOf(one).length, 0);
}
