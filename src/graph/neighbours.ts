import type { EnvironmentFact } from "#model/environment.ts";
import type { AccessGraph } from "#model/graph.ts";
import type { Identity } from "#model/identity.ts";
import { type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";

/** An identity of another deployment of the run, as it is known in this one. */
export type Neighbour = Identity & { readonly deployedBy: string };

interface Known {
  readonly graph: AccessGraph;
  readonly identity: Identity;
}

/** The identities that the deployments of a run make, by what means them anywhere: their ARN, or the account and their name. */
export class Neighbours {
  readonly #known = new Map<string, Known[]>();

  constructor(graphs: readonly AccessGraph[]) {
    for (const graph of graphs)
      for (const identity of graph.identities)
        if (identity.presence === "managed") for (const key of keysOf(identity)) this.#add(key, { graph, identity });
  }

  #add(key: string, known: Known): void {
    const others = this.#known.get(key);
    if (others === undefined) this.#known.set(key, [known]);
    else others.push(known);
  }

  /** The one that an ARN means; nothing where the own deployment has it, or several have. */
  byArn(text: Text, own: AccessGraph): Neighbour | undefined {
    const arn = wholeText(text);
    return arn.known ? this.#only(arn.value, own) : undefined;
  }

  /** The one of a kind that a name means in an account. */
  byName(name: Text, { cloud, kind, account }: Identity, own: AccessGraph): Neighbour | undefined {
    const value = wholeText(name);
    return value.known && account !== undefined
      ? this.#only(inAccount(cloud, kind, account, value.value), own)
      : undefined;
  }

  #only(key: string, own: AccessGraph): Neighbour | undefined {
    const [known, ...others] = this.#known.get(key) ?? [];
    return known === undefined || others.length > 0 || known.graph === own ? undefined : neighbourOf(known.identity);
  }
}

function keysOf({ arn, cloud, kind, account, name, generatedName }: Identity): readonly string[] {
  const value = wholeText(name);
  const named = value.known && value.value !== "" && account !== undefined && generatedName !== true;
  return [...(arn === undefined ? [] : [arn]), ...(named ? [inAccount(cloud, kind, account, value.value)] : [])];
}

function inAccount(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** Addresses and provider configurations of two documents may be the same words for different things. */
function neighbourOf({ trustUnread: _unread, trustDefects: _defects, ...identity }: Identity): Neighbour {
  const { document } = identity.at;
  return {
    ...identity,
    id: `${document} ${identity.id}`,
    providerKey: `${document} ${identity.providerKey}`,
    environment: environmentIn(document, identity.environment),
    presence: "outside",
    deployedBy: document,
  };
}

function environmentIn(document: string, fact: EnvironmentFact): EnvironmentFact {
  return fact.kind === "unknown" ? { kind: "unknown", hole: holeIn(document, fact.hole) } : fact;
}

/** What it waits for is no resource of this deployment. */
function holeIn(document: string, hole: Hole): Hole {
  const refs = hole.refs.map((ref) => ({ ...ref, expression: `${ref.expression} of ${document}`, targets: [] }));
  return { ...hole, refs };
}
