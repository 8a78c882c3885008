import type { AccessGraph } from "#model/graph.ts";
import type { Identity } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { Plan } from "#model/plan.ts";
import type { Principal, PrincipalSet } from "#model/principal.ts";
import type { Text } from "#model/text.ts";
import type { Moments } from "./build.ts";
import { type Neighbour, Neighbours } from "./neighbours.ts";

interface Linked {
  readonly plan: Plan;
  readonly built: Moments;
}

/**
 * Ties the graphs of a run, before and after the change: whom one names and another makes is known in it, too, with his environment and owner. Where a
 * deployment has no before, it tells what is there now.
 */
export function tieMoments<T extends Linked>(all: readonly T[]): readonly T[] {
  if (all.length < 2) return all;
  const after = new Neighbours(all.map(({ built }) => built.after.graph));
  const before = new Neighbours(all.map(({ plan, built }) => (plan.hasBefore ? built.before : built.after).graph));
  return all.map((one) => {
    const { built } = one;
    const earlier = { ...built.before, graph: tied(built.before.graph, before) };
    return { ...one, built: { before: earlier, after: { ...built.after, graph: tied(built.after.graph, after) } } };
  });
}

function tied(graph: AccessGraph, neighbours: Neighbours): AccessGraph {
  const found = new Map<NodeId, Neighbour>();
  const principal = (one: Principal): Principal => {
    if (one.kind !== "identity" || one.node !== undefined) return one;
    const neighbour = neighbours.byArn(one.text, graph);
    if (neighbour === undefined) return one;
    found.set(neighbour.id, neighbour);
    return { ...one, node: neighbour.id };
  };
  const trust = graph.trust.map((one) => withPrincipals(one, principal));
  const policies = graph.policies.map((one) => {
    const statements = one.statements.map((statement) => withPrincipals(statement, principal));
    return isSame(statements, one.statements) ? one : { ...one, statements };
  });
  return { ...graph, identities: [...known(graph, neighbours), ...found.values()], trust, policies };
}

/** A statement of which nothing changes stays itself: what is known of it is kept by it, and grants are made of it. */
function withPrincipals<T extends { readonly principals?: PrincipalSet }>(
  statement: T,
  tie: (principal: Principal) => Principal,
): T {
  if (statement.principals === undefined) return statement;
  const { match, principals } = statement.principals;
  const linked = principals.map(tie);
  return isSame(linked, principals) ? statement : { ...statement, principals: { match, principals: linked } };
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.every((one, i) => one === others[i]);
}

/** The identities of a graph; of those that are only named, what the neighbours know. They keep their ids, so that findings about them do. */
function known(graph: AccessGraph, neighbours: Neighbours): readonly Identity[] {
  const texts = namings(graph);
  return graph.identities.map((one) => {
    const isOnlyNamed = one.presence === "outside" && one.id !== one.address;
    const neighbour = isOnlyNamed ? meant(one, texts.get(one.id) ?? [], graph, neighbours) : undefined;
    if (neighbour === undefined) return one;
    const { environment, owner, tags, machine, at, deployedBy } = neighbour;
    return { ...one, environment, owner, tags, machine, at, deployedBy };
  });
}

/** Only where all that names it means the same one: without the account, two may share a name. */
function meant(
  identity: Identity,
  texts: readonly Text[],
  graph: AccessGraph,
  neighbours: Neighbours,
): Neighbour | undefined {
  const all = texts.map((text) => neighbours.byArn(text, graph) ?? neighbours.byName(text, identity, graph));
  const [first] = all;
  return all.every((one) => one?.id === first?.id) ? first : undefined;
}

/** How each identity is named by what runs as it, what is given to it, what proves it, and what it is a member of. */
function namings(graph: AccessGraph): ReadonlyMap<NodeId, readonly Text[]> {
  const texts = new Map<NodeId, Text[]>();
  for (const [id, text] of namedIn(graph)) {
    if (id === undefined || text === undefined) continue;
    const others = texts.get(id);
    if (others === undefined) texts.set(id, [text]);
    else others.push(text);
  }
  return texts;
}

type Naming = readonly [id: NodeId | undefined, text: Text | undefined];

function namedIn({ workloads, attachments, credentials, memberships }: AccessGraph): readonly Naming[] {
  return [
    ...workloads.flatMap(({ runsAs }) => runsAs.map(({ identity, text }): Naming => [identity, text])),
    ...attachments.map(({ to, toText }): Naming => [to, toText]),
    ...credentials.map(({ of, ofText }): Naming => [of, ofText]),
    ...memberships.flatMap(({ member, memberText, group, groupText }): readonly Naming[] => [
      [member, memberText],
      [group, groupText],
    ]),
  ];
}
