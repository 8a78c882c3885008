import type { Workload } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import { wholeText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import { type Arn, parseArn } from "../arn.ts";
import type { Linking } from "../link/linking.ts";
import { ownArn } from "../link/own-arn.ts";
import type { Resource } from "../link/resource.ts";
import type { ThingKind } from "../link/things.ts";
import { type LinkedItem, nodeOf } from "../link/world.ts";

export type Use = Workload["runsAs"][number];

/** The identity that a value hands over, and the kinds of things that such a value names. */
export interface HandsOver {
  readonly kinds: readonly ThingKind[];
  /** True where the value is a list. */
  readonly many?: true;
  identity(item: LinkedItem, resource: Resource, linking: Linking): NodeId | undefined;
}

/** One use for each value of a tree: a single one, or as many as a list holds. */
export function usesIn(
  tree: Tree,
  use: string,
  whose: HandsOver,
  resource: Resource,
  linking: Linking,
): readonly Use[] {
  return linksIn(tree, whose, resource, linking)
    .filter(({ text }) => text.length > 0)
    .map((item) => {
      const identity = whose.identity(item, resource, linking);
      return { text: item.text, use, at: item.tree.at, ...(identity !== undefined && { identity }) };
    });
}

/** A list that is unknown as a whole may hold more than what it refers to; a single value may not. */
function linksIn(tree: Tree, whose: HandsOver, resource: Resource, { world }: Linking): readonly LinkedItem[] {
  const { kinds, many } = whose;
  if (many === true) return world.allLinks(tree, kinds, resource);
  return elements(tree).flatMap((one) => {
    const text = textOf(one);
    return text === undefined ? [] : [{ link: world.link(text, kinds, resource), text, tree: one }];
  });
}

/**
 * Words that stand for somebody else's role where a role is expected.
 * https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateServiceAction.html
 */
const keywords: ReadonlySet<string> = new Set(["LAUNCH_ROLE"]);

/** A role by name or ARN, or the user that an ARN names. */
export const identityNamed: HandsOver = {
  kinds: ["role", "user"],
  identity({ link, text }, resource, linking) {
    if (link.kind === "unknown") return undefined;
    const value = wholeText(text);
    if (!value.known && link.kind === "thing") return nodeOf(link.thing);
    // Of the account that is deployed to, an ARN tells all but the number.
    const known = value.known ? value.value : ownArn(text);
    if (known === undefined) return undefined;
    const arn = parseArn(known);
    if (arn !== undefined) return ofArn(arn, { link, text }, resource, linking);
    // Without an ARN it is a role's name, even where a user has the same.
    return keywords.has(known) ? undefined : linking.identity(text, "role", resource);
  },
};

/** As many of them as a list holds. */
export const identitiesNamed: HandsOver = { ...identityNamed, many: true };

/** A pattern, such as that of whoever calls an API, names nobody. https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
function ofArn(arn: Arn, { text }: Pick<LinkedItem, "link" | "text">, resource: Resource, linking: Linking) {
  const kind = /^(role|user)\/[^*]+$/.exec(arn.resource)?.[1];
  if (arn.service !== "iam" || arn.account.includes("*")) return undefined;
  return kind === "role" || kind === "user" ? linking.identity(text, kind, resource) : undefined;
}

/** An instance profile hands a role on. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
export const roleOfProfile: HandsOver = {
  kinds: ["instance-profile"],
  identity: ({ link }, _, linking) =>
    link.kind === "thing" ? roleAt(link.thing.resource, ["role", "role_name", "roles"], linking) : undefined,
};

/** What polls for a function does so as the function's role. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export const roleOfFunction: HandsOver = {
  kinds: ["function"],
  identity: ({ link }, _, linking) =>
    link.kind === "thing" ? roleAt(link.thing.resource, ["role"], linking) : undefined,
};

function roleAt(resource: Resource, names: readonly string[], linking: Linking): NodeId | undefined {
  const [role] = names
    .flatMap((name) => elements(field(resource.values, name)))
    .map(textOf)
    .filter((text) => text !== undefined);
  return role === undefined ? undefined : linking.identity(role, "role", resource);
}
