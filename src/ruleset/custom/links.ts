import type { DocumentHole, GraphDocument } from "#model/graph-document.ts";
import type { NodeId } from "#model/node.ts";
import { isJson, isText, type Json, wholeHole } from "./leaf.ts";
import { nodesOf } from "./nodes.ts";

/** Things of the graph document that belong to another one, and whether there may be further ones. */
export interface Related {
  readonly items: readonly unknown[];
  readonly more: readonly DocumentHole[];
}

type Group = ReadonlyMap<NodeId, readonly Json[]>;

/** The keys whose values are ids, with what they are ids of. */
export const references = {
  identity: "node",
  of: "node",
  node: "node",
  to: "node",
  member: "node",
  group: "node",
  guardedBy: "node",
  holder: "holder",
  policy: "policy",
  policies: "policy",
  attachment: "attachment",
  statement: "statement",
} as const satisfies Readonly<Record<string, "node" | "holder" | "policy" | "attachment" | "statement">>;

export type Referred = (typeof references)[keyof typeof references];

export function referredBy(key: string): Referred | undefined {
  return Object.hasOwn(references, key) ? references[key as keyof typeof references] : undefined;
}

/** Lists that a thing has besides its own keys: what elsewhere in the document says that it belongs to it. */
export const related = {
  node: ["trust", "grants", "attachments", "workloads", "credentials", "memberships"],
  policy: ["attachments", "grants"],
} as const;

/** Leads from ids to things and from things to what belongs to them; made once for a document. */
export class Links {
  readonly #things: Readonly<Record<Referred, ReadonlyMap<NodeId, Json>>>;
  readonly #groups: Readonly<Record<keyof typeof related, ReadonlyMap<string, Group>>>;
  readonly #loose: readonly DocumentHole[];

  constructor(document: GraphDocument) {
    const { workloads, credentials, trust, policies, attachments, memberships, grants } = document;
    const nodes = byId(nodesOf(document));
    const ofPolicies = byId(policies);
    this.#things = {
      node: nodes,
      policy: ofPolicies,
      holder: new Map([...ofPolicies, ...nodes]),
      attachment: byId(attachments),
      statement: byId([...trust, ...policies.flatMap((one) => one.statements)]),
    };
    this.#groups = {
      node: new Map([
        ["trust", grouped(trust, (one) => [one.identity])],
        ["grants", grouped(grants, (one) => [one.holder])],
        ["attachments", grouped(attachments, (one) => [one.to])],
        ["workloads", grouped(workloads, (one) => [...new Set(one.runsAs.map((use) => use.identity))])],
        ["credentials", grouped(credentials, (one) => [one.of])],
        ["memberships", grouped(memberships, (one) => [one.member, one.group])],
      ]),
      policy: new Map([
        ["attachments", grouped(attachments, (one) => [one.policy])],
        ["grants", grouped(grants, (one) => [one.policy])],
      ]),
    };
    this.#loose = attachments.flatMap(({ to, toText }) =>
      to === null && isText(toText) ? toText.parts.filter((part) => typeof part !== "string") : [],
    );
  }

  /** What an id of a kind stands for; undefined when it is not in the graph. */
  find(kind: Referred, id: NodeId): Json | undefined {
    return this.#things[kind].get(id);
  }

  /** The related list of a thing under a name; undefined when it has none of that name. */
  related(thing: Json, name: string): Related | undefined {
    const id = typeof thing.id === "string" ? thing.id : "";
    const kind = (["node", "policy"] as const).find((one) => this.#things[one].get(id) === thing);
    const group = kind === undefined ? undefined : this.#groups[kind].get(name);
    if (group === undefined) return undefined;
    const items = group.get(id) ?? [];
    if (name !== "attachments" || kind !== "node") return { items, more: [] };
    const perhaps = items.map(maybeNone);
    // Whoever an attachment is for that nobody knows, it may be this one.
    return {
      items: items.filter((_, i) => perhaps[i] === undefined),
      more: [...this.#loose, ...perhaps.filter((one) => one !== undefined)],
    };
  }
}

/** What a boundary waits for of which nothing is known: it may turn out that there is none. */
function maybeNone({ kind, policyText }: Json): DocumentHole | undefined {
  return kind === "bounds" ? wholeHole(policyText) : undefined;
}

function byId(things: readonly { readonly id: NodeId }[]): ReadonlyMap<NodeId, Json> {
  return new Map(things.map((thing) => [thing.id, thing as unknown as Json]));
}

function grouped<T>(things: readonly T[], keys: (thing: T) => readonly (NodeId | null)[]): Group {
  const groups = new Map<NodeId, Json[]>();
  for (const thing of things) {
    for (const key of keys(thing)) {
      if (key === null || !isJson(thing)) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [thing]);
      else group.push(thing);
    }
  }
  return groups;
}
