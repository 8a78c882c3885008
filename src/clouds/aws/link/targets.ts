import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Target } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import { literalText, type Text } from "#model/text.ts";
import { attribute, type Resource } from "./resource.ts";
import { tagsOf } from "./tags.ts";
import type { ThingKind } from "./things.ts";
import type { World } from "./world.ts";

interface Collected {
  readonly resource: Resource;
  readonly name: Text;
  readonly policies: NodeId[];
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

  /** Notes that a policy is about what `of` names; where that is not in the plan, the resource that carries the policy stands for it. */
  policy(policy: NodeId, of: Text | undefined, kind: ThingKind, from: Resource): void {
    this.#at(of, kind, from).policies.push(policy);
  }

  /** Notes a guard over what `of` names. */
  block(block: NonNullable<Target["publicAccessBlock"]>, of: Text, kind: ThingKind, from: Resource): void {
    const link = this.#world.link(of, [kind], from);
    if (link.kind === "thing") this.#at(of, kind, from).block = block;
  }

  /** Adds all targets that have a policy to the graph. */
  flush(): void {
    for (const one of this.#collected.values()) {
      if (one.policies.length > 0) this.#graph.addTarget(this.#target(one));
    }
  }

  #target(one: Collected): Target {
    const account = this.#world.accountOf(one.resource);
    const facts = { name: one.name, tags: tagsOf(one.resource), ...(account !== undefined && { account }) };
    const subject = this.#graph.subject(one.resource.change, "aws", facts);
    return {
      ...subject,
      kind: "resource",
      policies: one.policies,
      ...(one.block !== undefined && { publicAccessBlock: one.block }),
    };
  }

  #at(of: Text | undefined, kind: ThingKind, from: Resource): Collected {
    const link = of === undefined ? undefined : this.#world.link(of, [kind], from);
    const thing = link?.kind === "thing" && link.thing.resource.change.mode === "managed" ? link.thing : undefined;
    const resource = thing?.resource ?? from;
    const found = this.#collected.get(resource.change.address);
    if (found !== undefined) return found;
    const named = thing === undefined ? of : attribute(resource, thing.naming.names[0] ?? "name");
    const made = { resource, name: named ?? literalText(resource.change.name), policies: [], block: undefined };
    this.#collected.set(resource.change.address, made);
    return made;
  }
}
