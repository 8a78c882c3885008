import type { GraphDocument } from "#model/graph-document.ts";
import type { NodeId } from "#model/node.ts";
import { nodesOf } from "./nodes.ts";

/** The lists of the graph document whose members belong to somebody that a finding can be about. */
type Listed = Exclude<keyof GraphDocument, "schemaVersion" | "moment" | "input" | "notices">;

/** Who is judged by what stands in each list: ids of nodes, of policies, or of attachments whose holder nobody knows. */
export class Subjects {
  readonly #document: GraphDocument;
  readonly #outside: ReadonlySet<NodeId>;
  /** What is presumed to be there has by itself. */
  readonly #presumed: ReadonlySet<NodeId>;
  readonly #holders: ReadonlyMap<NodeId, readonly NodeId[]>;

  constructor(document: GraphDocument) {
    const { targets, policies, attachments } = document;
    const nodes = nodesOf(document);
    const subjects = policies.flatMap(({ subject }) => (subject === null ? [] : [subject]));
    this.#document = document;
    this.#outside = new Set([...nodes, ...subjects].flatMap((one) => (one.presence === "managed" ? [] : [one.id])));
    const presumed = new Set(document.identities.flatMap((one) => (one.presence === "presumed" ? [one.address] : [])));
    this.#presumed = new Set(attachments.flatMap((one) => (presumed.has(one.address) ? [one.id] : [])));
    this.#holders = holdersOf([
      ...attachments.map(({ policy, to }) => [policy, to] as const),
      ...targets.flatMap((target) => target.policies.map((policy) => [policy, target.id] as const)),
    ]);
  }

  /** Who a finding about the thing at these steps is about; nobody for what this deployment does not manage. */
  of([list, index]: readonly string[]): readonly NodeId[] {
    const found = list !== undefined && isListed(list) ? this.#judged(list, Number(index)) : [];
    return attaches.has(list ?? "") ? found : found.filter((id) => !this.#outside.has(id));
  }

  #judged(list: Listed, index: number): readonly NodeId[] {
    const { attachments, grants } = this.#document;
    const by = list === "grants" ? grants[index]?.attachment : list === "attachments" ? attachments[index]?.id : null;
    return typeof by === "string" && this.#presumed.has(by) ? [] : this.#within(list, index);
  }

  #within(list: Listed, index: number): readonly NodeId[] {
    const of = finders[list];
    return of(this.#document, index, this.#holders);
  }
}

/** What gives something to an identity is judged even where that identity is outside. */
const attaches = new Set<string>(["grants", "attachments", "memberships"] satisfies readonly Listed[]);

type Holders = ReadonlyMap<NodeId, readonly NodeId[]>;
type Finder = (document: GraphDocument, index: number, holders: Holders) => readonly NodeId[];

const finders: Readonly<Record<Listed, Finder>> = {
  identities: ({ identities }, i) => ids(identities[i]?.id),
  workloads: ({ workloads }, i) => ids(workloads[i]?.id),
  credentials: ({ credentials }, i) => ids(credentials[i]?.id),
  targets: ({ targets }, i) => ids(targets[i]?.id),
  endpoints: ({ endpoints }, i) => ids(endpoints[i]?.id),
  passwordPolicies: ({ passwordPolicies }, i) => ids(passwordPolicies[i]?.id),
  secretBearers: ({ secretBearers }, i) => ids(secretBearers[i]?.id),
  trust: ({ trust }, i) => ids(trust[i]?.identity),
  policies: ({ policies }, i, holders) => {
    const policy = policies[i];
    if (policy === undefined) return [];
    return policy.subject === null ? (holders.get(policy.id) ?? []) : [policy.id];
  },
  grants: ({ grants }, i) => ids(grants[i]?.holder),
  attachments: ({ attachments }, i) => ids(attachments[i]?.to ?? attachments[i]?.id),
  memberships: ({ memberships }, i) => ids(memberships[i]?.member ?? memberships[i]?.group),
};

function isListed(list: string): list is Listed {
  return Object.hasOwn(finders, list);
}

function ids(id: NodeId | null | undefined): readonly NodeId[] {
  return id === null || id === undefined ? [] : [id];
}

function holdersOf(pairs: readonly (readonly [policy: NodeId | null, holder: NodeId | null])[]): Holders {
  const holders = new Map<NodeId, NodeId[]>();
  for (const [policy, holder] of pairs) {
    if (policy === null || holder === null) continue;
    const all = holders.get(policy) ?? [];
    if (!all.includes(holder)) all.push(holder);
    holders.set(policy, all);
  }
  return holders;
}
