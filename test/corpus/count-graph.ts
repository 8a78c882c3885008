import type { AccessGraph } from "#model/graph.ts";
import type { Counts } from "./counts.ts";

/** What the graph has of each resource, counted as `countRaw` counts. */
export function countGraph(graph: AccessGraph): ReadonlyMap<string, Required<Counts>> {
  const all = new Map<string, Record<keyof Counts, number>>();
  const add = (address: string | undefined, what: keyof Counts, number = 1): void => {
    const counts = all.get(address ?? "") ?? { ...none };
    counts[what] += number;
    all.set(address ?? "", counts);
  };
  for (const one of graph.identities) if (one.presence === "managed") add(one.address, "identities");
  for (const one of graph.trust) add(one.identity, "trust");
  for (const one of graph.policies) add(one.address, "policies");
  for (const one of graph.policies) add(one.address, "statements", one.statements.length);
  for (const one of graph.attachments) add(one.address, "attachments");
  for (const one of graph.memberships) add(one.at.address, "memberships");
  for (const one of graph.credentials) add(one.address, "credentials");
  for (const one of graph.workloads) add(one.address, "workloads");
  return all;
}

export const none: Required<Counts> = {
  identities: 0,
  trust: 0,
  policies: 0,
  statements: 0,
  attachments: 0,
  memberships: 0,
  credentials: 0,
  workloads: 0,
};
