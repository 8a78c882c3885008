import type { GraphBuilder } from "#model/graph-builder.ts";
import type { Identity, IdentityKind } from "#model/identity.ts";
import { insideText } from "#model/location.ts";
import type { NodeId } from "#model/node.ts";
import type { Policy } from "#model/policy.ts";
import { literalText, showText, type Text, wholeText } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Truth } from "#model/truth.ts";
import { nameOfArn, parseArn } from "../arn.ts";
import { defaultRoles } from "../data/default-roles.ts";
import { defectsOf, withSoundForm } from "../policy/defects.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { documentAt } from "./documents.ts";
import { NotedGraph } from "./noted-graph.ts";
import type { Resource } from "./resource.ts";
import { untaggable } from "./tags.ts";
import { Targets } from "./targets.ts";
import type { ThingKind } from "./things.ts";
import { VendorPolicies } from "./vendor-policies.ts";
import { nodeOf, type Question, type World } from "./world.ts";

/** Something that is done to the graph, or to what is collected for it. */
type Effect = (linking: Linking) => void;

/** What a resource did while it added to a graph: what it asked, and what it brought about. */
export interface Contribution {
  readonly questions: readonly Question[];
  readonly effects: readonly Effect[];
}

/** What a resource type works with while it adds to a graph. */
export class Linking {
  readonly world: World;
  readonly graph: GraphBuilder;
  readonly #builder: GraphBuilder;
  readonly #targets: Targets;
  readonly #vendorPolicies: VendorPolicies;
  readonly #outside = new Set<NodeId>();
  #noted: Effect[] | undefined;

  constructor(world: World, graph: GraphBuilder) {
    this.world = world;
    this.graph = new NotedGraph(graph, (addition) => this.#do((linking) => addition(linking.#builder)));
    this.#builder = graph;
    this.#targets = new Targets(world, graph);
    this.#vendorPolicies = new VendorPolicies(world.vendorPolicies, graph);
  }

  /** Lets a resource contribute, and notes how it does. */
  note(contribute: () => void): Contribution {
    const effects: Effect[] = [];
    this.#noted = effects;
    const questions = this.world.noteQuestions(contribute);
    this.#noted = undefined;
    return { questions, effects };
  }

  /** Contributes what was noted of another moment; false, and nothing is done, where an answer is not the same now. */
  takeOver(contribution: Contribution | undefined): boolean {
    if (contribution?.questions.every((isSame) => isSame(this.world)) !== true) return false;
    for (const effect of contribution.effects) effect(this);
    return true;
  }

  /** What has an effect on others notes itself: what is asked on the way is asked anew when it is done again. */
  #do(effect: Effect): void {
    const noted = this.#noted;
    this.#noted = undefined;
    if (noted === undefined) effect(this);
    else this.world.withoutNoting(() => effect(this));
    noted?.push(effect);
    this.#noted = noted;
  }

  /** Collects something about a resource that carries policies. */
  collect(what: (targets: Targets) => void): void {
    this.#do((linking) => what(linking.#targets));
  }

  /** The node of a policy that AWS maintains, by its ARN. */
  vendorPolicy(arn: string): NodeId {
    this.#do((linking) => linking.#vendorPolicies.add(arn));
    return arn;
  }

  /** Adds what was collected. */
  flush(): void {
    this.#targets.flush();
  }

  /** Reads the document of an attribute; what was odd about it becomes notices. */
  document(tree: Tree): PolicyDocument {
    const document = documentAt(tree, this.world);
    for (const notice of document.notices) {
      this.graph.notice({ code: notice.code, level: notice.level, message: notice.message, location: notice.at });
    }
    return document;
  }

  /** The identity that a value names. One that is known by name but not in the plan becomes a node of its own, outside of the deployment. */
  identity(text: Text, sort: Sort | (ThingKind & IdentityKind), from: Resource): NodeId | undefined {
    const { kind, thing, machine } = sortOf(sort);
    const link = this.world.link(text, [thing], from);
    if (link.kind === "thing") return nodeOf(link.thing);
    return link.kind === "none" ? this.#outsideIdentity(link.text, { kind, thing, machine }, from) : undefined;
  }

  /** Who gets a policy: the identity that a value names, or a node that stands for it while nobody knows which it is. */
  holder(text: Text, sort: Sort | (ThingKind & IdentityKind), from: Resource): NodeId {
    return this.identity(text, sort, from) ?? this.#unknownIdentity(text, sortOf(sort), from);
  }

  #unknownIdentity(text: Text, sort: Sort, from: Resource): NodeId {
    const id = `unknown ${from.change.address} ${sort.thing}/${showText(text)}`;
    const machine = sort.machine === "no" ? "no" : "unknown";
    return this.#add(id, (linking) => ({ ...linking.#outsideNode(id, text, sort, from), machine }));
  }

  #outsideIdentity(text: string, sort: Sort, from: Resource): NodeId {
    const arn = parseArn(text);
    const name = arn === undefined ? text : nameOfArn(arn);
    const id = `outside ${from.change.scope.provider.key} ${sort.thing}/${name}`;
    return this.#add(id, (linking) => linking.#outsideNode(id, literalText(name), sort, from));
  }

  /** Adds an identity outside of the deployment, when it is first named. */
  #add(id: NodeId, node: (linking: Linking) => Identity): NodeId {
    this.#do((linking) => {
      if (!linking.#outside.has(id)) linking.#builder.addIdentity(node(linking));
      linking.#outside.add(id);
    });
    return id;
  }

  #outsideNode(id: NodeId, name: Text, { kind, thing, machine }: Sort, from: Resource): Identity {
    const facts = { id, name, tags: untaggable, ...this.world.accountFacts(from) };
    const subject = this.graph.subject(from.change, "aws", facts);
    const grade = thing === "role" ? defaultRoles.get(showText(name)) : undefined;
    return {
      ...subject,
      kind,
      presence: "outside",
      tags: untaggable,
      machine,
      serviceLinked: false,
      ...(grade !== undefined && { vendorDefault: grade }),
    };
  }
}

/** A sort of identities: what it is, the kind of thing that values name, and whether machines act as one that is not in the plan. */
export interface Sort {
  readonly kind: IdentityKind;
  readonly thing: ThingKind;
  readonly machine: Truth;
}

/** Identities of IAM. */
function sortOf(sort: Sort | (ThingKind & IdentityKind)): Sort {
  return typeof sort === "string" ? { kind: sort, thing: sort, machine: sort === "role" ? "yes" : "unknown" } : sort;
}

/** The policy node of a document. */
export function policyNode(
  head: Omit<Policy, "statements" | "unread" | "at">,
  document: PolicyDocument,
  tree: Tree,
): Policy {
  const statements = document.statements.map((one, i) => ({ ...withSoundForm(one, head.kind), id: `${head.id}/${i}` }));
  const defects = defectsOf(document, head.kind, tree);
  return {
    ...head,
    statements,
    ...(defects.length > 0 && { defects }),
    ...(document.unread !== undefined && { unread: document.unread }),
    at: tree.kind === "text" ? insideText(tree.at) : tree.at,
  };
}

/** A text that is wholly known, else nothing. */
export function knownText(text: Text | undefined): string | undefined {
  const value = text === undefined ? undefined : wholeText(text);
  return value?.known === true ? value.value : undefined;
}
