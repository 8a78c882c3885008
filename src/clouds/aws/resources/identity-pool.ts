import type { Endpoint, EndpointOpenness, EndpointTarget } from "#model/endpoint.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Linking } from "../link/linking.ts";
import { nameFacts, type Resource } from "../link/resource.ts";
import { tagsOf } from "../link/tags.ts";
import { tiedToThing } from "../link/ties.ts";
import { nodeOf } from "../link/world.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/** Hands out credentials of a role to guests, and of another to who signs in. https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html */
const pool: ResourceType = {
  terraform: "aws_cognito_identity_pool",
  cloudformation: "AWS::Cognito::IdentityPool",
  naming: { kind: "identity-pool", names: ["identity_pool_name", "id"] },
  contribute(resource, linking) {
    const { graph, world } = linking;
    const facts = {
      ...nameFacts(resource, "identity_pool_name"),
      tags: tagsOf(resource),
      ...world.accountFacts(resource),
    };
    const subject = graph.subject(resource.change, "aws", facts);
    graph.addEndpoint({
      ...subject,
      kind: "endpoint",
      form: "identity-pool",
      open: openness(resource),
      ...rolesOf(resource, linking),
    });
  },
};

export default [pool] satisfies readonly ResourceType[];

function openness(resource: Resource): EndpointOpenness {
  const tree = field(resource.values, "allow_unauthenticated_identities");
  const holds = switchedOn(tree);
  const waits = tree.kind === "unknown" && holds === "unknown" ? [tree.hole] : [];
  const because =
    holds === "unknown"
      ? "whether it lets guests in is not known yet"
      : `it lets ${holds === "yes" ? "" : "no "}guests in`;
  return { holds, because, waits, at: tree.at };
}

/** Which roles, is a resource of its own. */
function rolesOf(resource: Resource, linking: Linking): Pick<Endpoint, "leadsTo" | "leadsToUnread"> {
  const how = { of: "identity_pool_id", kind: "identity-pool" } as const;
  const { resources, unread } = tiedToThing(linking.world, "aws_cognito_identity_pool_roles_attachment", how, resource);
  const leadsTo = resources.flatMap((one) => targetsOf(one, linking));
  return { leadsTo, ...(unread !== undefined && { leadsToUnread: unread }) };
}

/** A map with one role that is not known yet is not known as a whole: the plan tells what is in it, and not under which key. */
function targetsOf(attachment: Resource, linking: Linking): readonly EndpointTarget[] {
  const roles = field(attachment.values, "roles");
  if (roles.kind !== "unknown")
    return [
      ...target(attachment, "unauthenticated", "acts-as-guest", linking),
      ...target(attachment, "authenticated", "acts-as-user", linking),
      ...mapped(attachment, linking),
    ];
  return linking.world.links(roles, ["role"], attachment).map(({ link, text, tree }) => ({
    how: "acts-as-somebody",
    text,
    at: tree.at,
    ...(link.kind === "thing" && { node: nodeOf(link.thing) }),
  }));
}

/** Rules may give a role to users by what their tokens say. https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html */
function mapped(attachment: Resource, linking: Linking): readonly EndpointTarget[] {
  const path =
    attachment.change.dialect === "terraform"
      ? "role_mapping.mapping_rule.role_arn"
      : "role_mappings.*.RulesConfiguration.Rules.RoleARN";
  return leavesAt(attachment.values, path).flatMap((tree) => targetAt(tree, attachment, "acts-as-user", linking));
}

function target(
  attachment: Resource,
  key: string,
  how: EndpointTarget["how"],
  linking: Linking,
): readonly EndpointTarget[] {
  return targetAt(field(attachment.values, "roles", key), attachment, how, linking);
}

function targetAt(
  tree: Tree,
  attachment: Resource,
  how: EndpointTarget["how"],
  linking: Linking,
): readonly EndpointTarget[] {
  const text = textOf(tree);
  if (text === undefined || text.length === 0 || !isSet(tree)) return [];
  const node = linking.identity(text, "role", attachment);
  return [{ how, text, at: tree.at, ...(node !== undefined && { node }) }];
}
