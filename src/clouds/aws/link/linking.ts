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
import { defectsOf } from "../policy/defects.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { documentAt } from "./documents.ts";
import type { Resource } from "./resource.ts";
import { untaggable } from "./tags.ts";
import { Targets } from "./targets.ts";
import type { ThingKind } from "./things.ts";
import { VendorPolicies } from "./vendor-policies.ts";
import { nodeOf, type World } from "./world.ts";

/** What a resource type works with while it adds to a graph. */
export class Linking {
  readonly world: World;
  readonly graph: GraphBuilder;
  readonly targets: Targets;
  readonly vendorPolicies: VendorPolicies;
  /** Users who are known to be people. */
  readonly people = new Set<NodeId>();
  /** Provider configurations with a user who is a person, where nobody knows yet which. */
  readonly perhapsPeople = new Set<string>();
  /** Policies of roles that resources of their own rule. */
  readonly ruled = new Set<string>();
  readonly #outside = new Set<NodeId>();

  constructor(world: World, graph: GraphBuilder) {
    this.world = world;
    this.graph = graph;
    this.targets = new Targets(world, graph);
    this.vendorPolicies = new VendorPolicies(world.vendorPolicies, graph);
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
    if (!this.#outside.has(id)) this.graph.addIdentity({ ...this.#outsideNode(id, text, sort, from), machine });
    this.#outside.add(id);
    return id;
  }

  #outsideIdentity(text: string, sort: Sort, from: Resource): NodeId {
    const arn = parseArn(text);
    const name = arn === undefined ? text : nameOfArn(arn);
    const id = `outside ${from.change.scope.provider.key} ${sort.thing}/${name}`;
    if (!this.#outside.has(id)) this.graph.addIdentity(this.#outsideNode(id, literalText(name), sort, from));
    this.#outside.add(id);
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
  const statements = document.statements.map((one, i) => ({ ...one, id: `${head.id}/${i}` }));
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
