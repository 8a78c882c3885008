import type { Principal, PrincipalSet } from "#model/principal.ts";
import { showText } from "#model/text.ts";
import { parseArn } from "../arn.ts";
import type { Thing } from "./index-of-things.ts";
import { literal, type Resource } from "./resource.ts";
import type { ThingKind } from "./things.ts";
import { type Link, nodeOf, type World } from "./world.ts";

const identityKinds: readonly ThingKind[] = ["role", "user"];
const providerKinds: readonly ThingKind[] = ["oidc-provider", "saml-provider"];

/** Ties the principals of a statement to the identities and identity providers of the plan. */
export function linkPrincipals(set: PrincipalSet, world: World, from: Resource): PrincipalSet {
  return { match: set.match, principals: set.principals.map((one) => linkPrincipal(one, world, from)) };
}

/** The statements of a resource policy, with their principals tied. */
export function linkStatements<T extends { readonly principals?: PrincipalSet }>(
  statements: readonly T[],
  world: World,
  from: Resource,
): readonly T[] {
  return statements.map((one) =>
    one.principals === undefined ? one : { ...one, principals: linkPrincipals(one.principals, world, from) },
  );
}

function linkPrincipal(principal: Principal, world: World, from: Resource): Principal {
  if (principal.kind === "identity") return linkIdentity(principal, world, from);
  if (principal.kind === "unrecognized") return byUniqueId(principal, world, from);
  if (principal.kind === "federated") {
    const link = world.link(principal.text, providerKinds, from);
    return link.kind === "thing" ? { ...principal, node: nodeOf(link.thing) } : principal;
  }
  return principal.kind === "unknown" ? resolve(principal, world, from) : principal;
}

function linkIdentity(principal: Principal & { kind: "identity" }, world: World, from: Resource): Principal {
  // Without its account an ARN still tells the name, which is one of the own account.
  const link =
    (principal.own === true ? linkOwn(showText(principal.text), world, from) : undefined) ??
    world.link(principal.text, identityKinds, from);
  return link.kind === "thing" ? { ...principal, node: nodeOf(link.thing) } : principal;
}

function linkOwn(arn: string, world: World, from: Resource): Link | undefined {
  const [, kind, name] = /:(role|user)\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return name === undefined ? undefined : world.link([name], [kind === "user" ? "user" : "role"], from);
}

/** A principal that is not known yet may still be certain: the ARN of a role, a user or a provider of the same plan. */
function resolve(principal: Principal & { kind: "unknown" }, world: World, from: Resource): Principal {
  const [ref] = principal.hole.refs;
  if (ref === undefined || principal.hole.refs.length !== 1 || !namesWhole(ref.attribute)) return principal;
  const link = world.link(principal.text, [...identityKinds, ...providerKinds], from);
  if (link.kind !== "thing") return principal;
  const node = nodeOf(link.thing);
  if (providerKinds.includes(link.thing.naming.kind)) return provider(link.thing, principal.text);
  const account =
    link.thing.arn === undefined ? world.accountOf(link.thing.resource) : parseArn(link.thing.arn.value)?.account;
  return { kind: "identity", node, ...(account !== undefined && { account }), text: principal.text };
}

/** An identity of the plan may be named by its unique id, too. */
function byUniqueId(principal: Principal & { kind: "unrecognized" }, world: World, from: Resource): Principal {
  if (!/^A(ID|RO)A/.test(showText(principal.text))) return principal;
  const link = world.link(principal.text, identityKinds, from);
  return link.kind === "thing" ? { kind: "identity", node: nodeOf(link.thing), text: principal.text } : principal;
}

/** An identity provider of the plan: its URL is known before its ARN is. */
function provider(thing: Thing, text: Principal["text"]): Principal {
  const node = nodeOf(thing);
  if (thing.naming.kind === "saml-provider") return { kind: "federated", node, protocol: "saml", text };
  const issuer = literal(thing.resource, "url")?.replace(/^https:\/\//, "");
  return { kind: "federated", node, protocol: "oidc", ...(issuer !== undefined && { issuer }), text };
}

/** What stands for the whole identity as a principal. A plan loses the attribute behind `aws_iam_role.ci[count.index]`; only one that names it makes sense. */
function namesWhole(attribute: string | undefined): boolean {
  return attribute === undefined || attribute === "arn" || attribute === "unique_id";
}
