import type { GraphBuilder } from "#model/graph-builder.ts";
import type { PublicAccessBlock, Target } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import { literalText, type Text } from "#model/text.ts";
import type { Thing } from "./index-of-things.ts";
import { nameFacts, type Resource } from "./resource.ts";
import { tagsOf } from "./tags.ts";
import type { ThingKind } from "./things.ts";
import type { World } from "./world.ts";

/** What is said about one target, or a part of it, wherever it is said. */
interface Collected {
  readonly key: string;
  readonly named: ReturnType<typeof nameFacts>;
  readonly kind: ThingKind | undefined;
  readonly part: Part | undefined;
  /** The resource itself, when this deployment manages it. */
  resource: Resource | undefined;
  /** Else one that carries a policy of it: by address, so that the order of the document says nothing. */
  standIn: Resource | undefined;
  /** The policy that the resource carries itself. */
  own: NodeId | undefined;
  /** Policies that are resources of their own. A target has one policy: where these rule it, its own attribute only repeats what was there. */
  readonly separate: NodeId[];
  /** Policies that stand beside all others. */
  readonly beside: NodeId[];
  ruled: boolean;
  readonly blocks: PublicAccessBlock[];
}

/** What a policy or a guard is about: a thing that a value names, or the part of it that has rules of its own. */
export interface About {
  readonly of: Text | undefined;
  readonly kind: ThingKind;
  readonly part?: Part;
}

/** The access control list of a bucket is no part of its policy: other switches turn it off. */
export type Part = "acl";

interface AccountBlock {
  readonly block: PublicAccessBlock;
  readonly kind: ThingKind;
  readonly part: Part | undefined;
  readonly provider: string;
}

/** Resources that carry policies of their own. Policies and guards come from several resources and meet on the one that they are about. */
export class Targets {
  readonly #world: World;
  readonly #graph: GraphBuilder;
  readonly #collected = new Map<string, Collected>();
  readonly #accountBlocks: AccountBlock[] = [];

  constructor(world: World, graph: GraphBuilder) {
    this.#world = world;
    this.#graph = graph;
  }

  /** Notes the policy that a resource carries itself. */
  own(policy: NodeId, resource: Resource, part?: Part): void {
    const one = this.#self(resource, part);
    one.resource = resource;
    one.own = policy;
  }

  /** Notes that a policy is about what it names; where that is not in the plan, the resource that carries the policy stands for it. */
  policy(policy: NodeId, about: About, from: Resource): void {
    const one = this.#named(about, from);
    one.standIn = firstByAddress(one.standIn, from);
    one.separate.push(policy);
    one.ruled = true;
  }

  /** Notes a policy of what it names that replaces no other one: a lock, a grant. */
  beside(policy: NodeId, about: About, from: Resource): void {
    const one = this.#named(about, from);
    one.standIn = firstByAddress(one.standIn, from);
    one.beside.push(policy);
  }

  /** Notes a policy of the resource itself that replaces no other one. */
  ownBeside(policy: NodeId, resource: Resource, part?: Part): void {
    const one = this.#self(resource, part);
    one.resource = resource;
    one.beside.push(policy);
  }

  /** Notes that the policy of what is named was a resource of its own, which this deployment deletes. */
  cleared(about: About, from: Resource): void {
    this.#named(about, from).ruled = true;
  }

  /** Notes a guard over what is named. */
  block(block: PublicAccessBlock, about: About, from: Resource): void {
    this.#named(about, from).blocks.push(block);
  }

  /** Notes what a resource itself says about who reaches it at all. */
  ownBlock(block: PublicAccessBlock, resource: Resource, part?: Part): void {
    this.#self(resource, part).blocks.push(block);
  }

  /** Notes a guard over all things of a kind in the account of a resource. */
  blockAll(block: PublicAccessBlock, kind: ThingKind, from: Resource, part?: Part): void {
    this.#accountBlocks.push({ block, kind, part, provider: from.change.scope.provider.key });
  }

  /** Adds all targets that have a policy to the graph. */
  flush(): void {
    for (const parts of Map.groupBy(this.#collected.values(), ({ key }) => key).values()) {
      const ruling = parts.filter((one) => resourceOf(one) !== undefined && policiesOf(one).length > 0);
      const resource = ruling[0] === undefined ? undefined : resourceOf(ruling[0]);
      if (resource !== undefined) this.#graph.addTarget(this.#target(parts, resource));
    }
  }

  #target(parts: readonly Collected[], resource: Resource): Target {
    const whole = parts.find(({ part }) => part === undefined);
    const list = parts.find(({ part }) => part === "acl");
    // A function is a workload too, with an id of its own.
    const id = `${resource.change.address}#resource`;
    const named = (whole ?? list)?.named ?? { name: [] };
    const facts = { id, ...named, tags: tagsOf(resource), ...this.#world.accountFacts(resource) };
    const subject = this.#graph.subject(resource.change, "aws", facts);
    const listed = list === undefined ? [] : policiesOf(list);
    return {
      ...subject,
      kind: "resource",
      policies: [...(whole === undefined ? [] : policiesOf(whole)), ...listed],
      ...this.#blockOf(whole, resource),
      ...(listed.length > 0 && { accessList: { policies: listed, ...this.#blockOf(list, resource) } }),
    };
  }

  #blockOf(one: Collected | undefined, resource: Resource): Pick<Target, "publicAccessBlock"> {
    if (one === undefined) return {};
    const block = strongest([...one.blocks, ...this.#blocksOfAccount(one, resource)]);
    return block === undefined ? {} : { publicAccessBlock: block };
  }

  #blocksOfAccount({ kind, part }: Collected, resource: Resource): readonly PublicAccessBlock[] {
    const here = resource.change.scope.provider.key;
    return this.#accountBlocks
      .filter((one) => one.kind === kind && one.part === part && one.provider === here)
      .map(({ block }) => block);
  }

  #self(resource: Resource, part: Part | undefined): Collected {
    const thing = this.#world.thingAt(resource.change.address);
    return thing === undefined ? this.#apart(resource, { name: [] }, { part }) : this.#of(thing, part);
  }

  #named({ of, kind, part }: About, from: Resource): Collected {
    if (of === undefined) return this.#apart(from, { name: [] }, { kind, part });
    const link = this.#world.link(of, [kind], from);
    if (link.kind === "thing") return this.#of(link.thing, part);
    if (link.kind === "unknown") return this.#apart(from, { name: of }, { kind, part });
    const key = `${from.change.scope.provider.key} ${kind}/${link.text}`;
    return this.#at(key, { named: { name: literalText(link.text) }, resource: undefined, kind, part });
  }

  #of({ resource, naming }: Thing, part: Part | undefined): Collected {
    const named = naming.generated === true ? { name: [] } : nameFacts(resource, naming.names[0] ?? "name");
    const managed = resource.change.mode === "managed" ? resource : undefined;
    return this.#at(resource.change.address, { named, resource: managed, kind: naming.kind, part });
  }

  #apart(from: Resource, named: Collected["named"], what: { kind?: ThingKind; part?: Part | undefined }): Collected {
    return this.#at(from.change.address, { named, resource: undefined, kind: what.kind, part: what.part });
  }

  #at(key: string, one: Pick<Collected, "named" | "resource" | "kind" | "part">): Collected {
    const part = `${key}#${one.part ?? "resource"}`;
    const found = this.#collected.get(part);
    if (found !== undefined) return found;
    const made: Collected = {
      ...one,
      key,
      standIn: undefined,
      own: undefined,
      separate: [],
      beside: [],
      ruled: false,
      blocks: [],
    };
    this.#collected.set(part, made);
    return made;
  }
}

function policiesOf({ own, separate, beside, ruled }: Collected): readonly NodeId[] {
  return [...(ruled || own === undefined ? separate : [own]), ...beside];
}

/** Of several guards one that holds is enough; one that may hold tells more than one that does not. */
function strongest(blocks: readonly PublicAccessBlock[]): PublicAccessBlock | undefined {
  return blocks.find((one) => one.blocks === "yes") ?? blocks.find((one) => one.blocks === "unknown") ?? blocks.at(-1);
}

function resourceOf({ resource, standIn }: Collected): Resource | undefined {
  return resource ?? standIn;
}

function firstByAddress(one: Resource | undefined, other: Resource): Resource {
  return one !== undefined && one.change.address < other.change.address ? one : other;
}
