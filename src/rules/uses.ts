import type { AccessGraph } from "#model/graph.ts";
import type { Identity, Workload } from "#model/identity.ts";
import type { SourceLocation } from "#model/location.ts";
import type { NodeId } from "#model/node.ts";
import { holesOf } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { nameUnread } from "./environment-tags.ts";

/** A workload that runs as an identity, and what for. */
export interface Use {
  readonly workload: Workload;
  readonly use: string;
  readonly at: SourceLocation;
  /** Set when a value that is not known may tell the environment of the workload. */
  readonly environmentUnread: Hole | undefined;
}

export function usesOf(identity: Identity, workloads: readonly Workload[]): readonly Use[] {
  return workloads.flatMap((workload) =>
    workload.runsAs.filter((one) => one.identity === identity.id).map((one) => useOf(workload, one)),
  );
}

function useOf(workload: Workload, { use, at }: Workload["runsAs"][number]): Use {
  const { environment } = workload;
  const environmentUnread =
    environment.kind === "unknown"
      ? environment.hole
      : environment.kind === "untold"
        ? nameUnread(workload)
        : undefined;
  return { workload, use, at, environmentUnread };
}

/** A workload of which nobody can tell yet whom it runs as. */
export interface UseBySomebody {
  readonly use: Use;
  readonly waits: readonly Hole[];
  /** Whether that may be the identity. */
  mayBe(identity: NodeId): boolean;
}

const found = new WeakMap<AccessGraph, readonly UseBySomebody[]>();

/** Those of a graph: of each environment the first that may run as anybody, and all that may run as one of a few. */
export function usesBySomebody(graph: AccessGraph): readonly UseBySomebody[] {
  const known = found.get(graph);
  if (known !== undefined) return known;
  const identities = new Set(graph.identities.map(({ id }) => id));
  const all = graph.workloads.flatMap((workload) =>
    workload.runsAs.filter((one) => one.identity === undefined).map((one) => bySomebody(workload, one, identities)),
  );
  const distinct = [...Map.groupBy(all, (one) => one.key).values()].flatMap(([first]) => first ?? []);
  found.set(graph, distinct);
  return distinct;
}

/** A reference to identities means one of these; to anything else, or to nothing that is known, it may mean anybody. */
function bySomebody(
  workload: Workload,
  one: Workload["runsAs"][number],
  identities: ReadonlySet<NodeId>,
): UseBySomebody & { readonly key: string } {
  const waits = holesOf(one.text);
  const refs = waits.flatMap(({ refs: all }) => all);
  const targets = new Set(refs.flatMap((ref) => ref.targets));
  const anybody =
    refs.length === 0 || refs.some((ref) => ref.targets.length === 0) || [...targets].some((id) => !identities.has(id));
  const { environment } = workload;
  const where = environment.kind === "told" ? environment.environment.name : environment.kind;
  return {
    use: useOf(workload, one),
    waits,
    mayBe: (identity) => anybody || targets.has(identity),
    key: anybody ? where : JSON.stringify([where, ...targets]),
  };
}
