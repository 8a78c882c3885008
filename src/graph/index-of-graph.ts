import type { Attachment, Grant, Membership } from "#model/attachment.ts";
import type { Endpoint } from "#model/endpoint.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { Credential, Identity, Target, Workload } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { PasswordPolicy } from "#model/password-policy.ts";
import type { Policy, TrustStatement } from "#model/policy.ts";
import type { SecretBearer } from "#model/secret.ts";

export type Node = Identity | Workload | Credential | Target | Endpoint | PasswordPolicy | SecretBearer;

/** A graph with the look-ups that judging it needs, each made once. */
export interface IndexedGraph {
  readonly graph: AccessGraph;
  readonly nodes: ReadonlyMap<NodeId, Node>;
  readonly policies: ReadonlyMap<NodeId, Policy>;
  readonly trustOf: ReadonlyMap<NodeId, readonly TrustStatement[]>;
  readonly grantsOf: ReadonlyMap<NodeId, readonly Grant[]>;
  readonly attachmentsOf: ReadonlyMap<NodeId, readonly Attachment[]>;
  readonly membershipsOf: ReadonlyMap<NodeId, readonly Membership[]>;
  /** What runs as each identity. */
  readonly workloadsOf: ReadonlyMap<NodeId, readonly Workload[]>;
}

export function indexGraph(graph: AccessGraph): IndexedGraph {
  const nodes: readonly Node[] = [
    ...graph.identities,
    ...graph.workloads,
    ...graph.credentials,
    ...graph.targets,
    ...graph.endpoints,
    ...graph.passwordPolicies,
    ...graph.secretBearers,
  ];
  return {
    graph,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    policies: new Map(graph.policies.map((policy) => [policy.id, policy])),
    trustOf: groupBy(graph.trust, (one) => one.identity),
    grantsOf: groupBy(graph.grants, (one) => one.holder),
    attachmentsOf: groupBy(graph.attachments, (one) => one.to),
    membershipsOf: groupBy(graph.memberships, (one) => one.member),
    workloadsOf: workloadsOf(graph),
  };
}

function workloadsOf(graph: AccessGraph): IndexedGraph["workloadsOf"] {
  const uses = graph.workloads.flatMap((workload) =>
    [...new Set(workload.runsAs.map((one) => one.identity))].map((identity) => ({ workload, identity })),
  );
  const groups = groupBy(uses, (one) => one.identity);
  return new Map([...groups].map(([id, group]) => [id, group.map((one) => one.workload)]));
}

function groupBy<T>(items: readonly T[], key: (item: T) => NodeId | undefined): ReadonlyMap<NodeId, readonly T[]> {
  const groups = new Map<NodeId, T[]>();
  for (const item of items) {
    const id = key(item);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [item]);
    else group.push(item);
  }
  return groups;
}
