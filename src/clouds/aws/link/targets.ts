import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Target } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import { literalText, type Text } from "#model/text.ts";
import type { Thing } from "./index-of-things.ts";
import { nameFacts, type Resource } from "./resource.ts";
import { tagsOf } from "./tags.ts";
import type { ThingKind } from "./things.ts";
import type { World } from "./world.ts";

/** What is said about one target, wherever it is said. */
interface Collected {
  readonly named: ReturnType<typeof nameFacts>;
  /** The resource itself when this deployment manages it, else the first that carries a policy of it. */
  resource: Resource | undefined;
  /** The policy that the resource carries itself. */
  own: NodeId | undefined;
  /** Policies that are resources of their own. A target has one policy: where these rule it, its own attribute only repeats what was there. */
  readonly separate: NodeId[];
  ruled: boolean;
  block: Target["publicAccessBlock"] | undefined;
}

/** Resources that carry policies of their own. Policies and guards come from several resources and meet on the one that they are about. */
export class Targets {
  readonly #world: World;
  readonly #graph: GraphBuilder;
  readonly #collected = new Map<string, Collected>();

  constructor(world: World, graph: GraphBuilder) {
    this.#world = world;
    this.#graph = graph;
  }

  /** Notes the policy that a resource carries itself. */
  own(policy: NodeId, resource: Resource): void {
    const thing = this.#world.things.at(resource.change.address);
    const one = thing === undefined ? this.#apart(resource, { name: [] }) : this.#of(thing);
    one.resource = resource;
    one.own = policy;
  }

  /** Notes that a policy is about what `of` names; where that is not in the plan, the resource that carries the policy stands for it. */
  policy(policy: NodeId, of: Text | undefined, kind: ThingKind, from: Resource): void {
    const one = this.#named(of, kind, from);
    one.resource ??= from;
    one.separate.push(policy);
    one.ruled = true;
  }

  /** Notes that the policy of what `of` names was a resource of its own, which this deployment deletes. */
  cleared(of: Text, kind: ThingKind, from: Resource): void {
    this.#named(of, kind, from).ruled = true;
  }

  /** Notes a guard over what `of` names. */
  block(block: NonNullable<Target["publicAccessBlock"]>, of: Text, kind: ThingKind, from: Resource): void {
    this.#named(of, kind, from).block = block;
  }

  /** Adds all targets that have a policy to the graph. */
  flush(): void {
    for (const one of this.#collected.values()) {
      const policies = one.ruled || one.own === undefined ? one.separate : [one.own];
      if (one.resource !== undefined && policies.length > 0)
        this.#graph.addTarget(this.#target(one, one.resource, policies));
    }
  }

  #target({ named, block }: Collected, resource: Resource, policies: readonly NodeId[]): Target {
    // A function is a workload too, with an id of its own.
    const id = `${resource.change.address}#resource`;
    const facts = { id, ...named, tags: tagsOf(resource), ...this.#world.accountFacts(resource) };
    const subject = this.#graph.subject(resource.change, "aws", facts);
    return { ...subject, kind: "resource", policies, ...(block !== undefined && { publicAccessBlock: block }) };
  }

  #named(of: Text | undefined, kind: ThingKind, from: Resource): Collected {
    if (of === undefined) return this.#apart(from, { name: [] });
    const link = this.#world.link(of, [kind], from);
    if (link.kind === "thing") return this.#of(link.thing);
    if (link.kind === "unknown") return this.#apart(from, { name: of });
    return this.#at(
      `${from.change.scope.provider.key} ${kind}/${link.text}`,
      { name: literalText(link.text) },
      undefined,
    );
  }

  #of({ resource, naming }: Thing): Collected {
    const named = naming.generated === true ? { name: [] } : nameFacts(resource, naming.names[0] ?? "name");
    return this.#at(resource.change.address, named, resource.change.mode === "managed" ? resource : undefined);
  }

  #apart(from: Resource, named: Collected["named"]): Collected {
    return this.#at(from.change.address, named, undefined);
  }

  #at(key: string, named: Collected["named"], resource: Resource | undefined): Collected {
    const found = this.#collected.get(key);
    if (found !== undefined) return found;
    const made: Collected = { named, resource, own: undefined, separate: [], ruled: false, block: undefined };
    this.#collected.set(key, made);
    return made;
  }
}
