import type { SubjectFacts } from "#model/graph-builder.ts";
import type { NodeId } from "#model/node.ts";
import type { Plan, ResourceChange } from "#model/plan.ts";
import { type Text, wholeText } from "#model/text.ts";
import { elements, follow, type Tree, textOf } from "#model/tree.ts";
import { type Hole, type Reference, unfollowed } from "#model/value.ts";
import type { ManagedPolicies } from "../data/managed-policies.ts";
import { type Place, placesOf } from "./accounts.ts";
import { IndexOfThings, type Thing } from "./index-of-things.ts";
import { ownArn } from "./own-arn.ts";
import { type Resource, resourceAt } from "./resource.ts";
import type { Naming, ThingKind } from "./things.ts";

/** What a value names. `none` when it is known and nothing in the plan goes by it; `unknown` when nobody can tell yet. */
export type Link =
  | { readonly kind: "thing"; readonly thing: Thing }
  | { readonly kind: "none"; readonly text: string }
  | { readonly kind: "unknown"; readonly hole: Hole };

/** An item of a list, what it names, and how it is written. */
export interface LinkedItem {
  readonly link: Link;
  readonly text: Text;
  readonly tree: Tree;
}

/** Whether another world gives the same answer to something that was asked of this one. */
export type Question = (other: World) => boolean;

/** How often a reference may lead to another one before we stop following. */
const maxSteps = 8;

/** The resources of a plan at one moment, and how they name each other. */
export class World {
  readonly resources: readonly Resource[];
  /** What the change takes away, as it was; only told of the state after. */
  readonly vanished: readonly Resource[];
  readonly vendorPolicies: ManagedPolicies | undefined;
  readonly #things: IndexOfThings;
  readonly #byAddress: ReadonlyMap<string, Resource>;
  readonly #marks = new Set<string>();
  #questions: Question[] | undefined;

  constructor(plan: Plan, moment: "before" | "after", options: WorldOptions) {
    this.vendorPolicies = options.vendorPolicies;
    this.resources = resourcesAt(plan.changes, moment).map(options.read);
    this.vanished = moment === "before" ? [] : vanishedOf(plan).map(options.read);
    this.#byAddress = new Map(this.resources.map((one) => [one.change.address, one]));
    this.#things = new IndexOfThings(placesOf(this.resources, options.account));
    for (const resource of this.resources) {
      const naming = options.namingOf(resource.typeKey);
      if (naming !== undefined) this.#things.add(resource, naming);
    }
  }

  /** What is asked while something is done. */
  noteQuestions(work: () => void): readonly Question[] {
    const questions: Question[] = [];
    this.#questions = questions;
    work();
    this.#questions = undefined;
    return questions;
  }

  withoutNoting(work: () => void): void {
    const questions = this.#questions;
    this.#questions = undefined;
    work();
    this.#questions = questions;
  }

  /** Notes a question, when somebody notes them. Whatever tells of other resources than the one that asks has to do so. */
  asked(isSame: Question): void {
    this.#questions?.push(isSame);
  }

  /** Notes something about a thing before any is added, such as that a user is a person. */
  mark(what: string): void {
    this.#marks.add(what);
  }

  isMarked(what: string): boolean {
    const answer = this.#marks.has(what);
    this.asked((other) => other.isMarked(what) === answer);
    return answer;
  }

  accountOf(resource: Resource): string | undefined {
    return this.#placeOf(resource).account;
  }

  #placeOf(resource: Resource): Place {
    const place = this.#things.placeOf(resource);
    this.asked((other) => isSamePlace(other.#placeOf(resource), place));
    return place;
  }

  /** The thing that a resource of the plan is. */
  thingAt(address: string): Thing | undefined {
    const thing = this.#things.at(address);
    this.asked((other) => isSameThing(other.thingAt(address), thing));
    return thing;
  }

  /** The account that a resource lives in, as a fact about a subject. */
  accountFacts(resource: Resource): Pick<SubjectFacts, "account" | "accountUnread"> {
    const { account, accountUnread } = this.#placeOf(resource);
    return { ...(account !== undefined && { account }), ...(accountUnread !== undefined && { accountUnread }) };
  }

  /** The resource at the far end of a reference that can mean only one. */
  target(ref: Reference): Resource | undefined {
    const target = this.#target(ref);
    this.asked((other) => other.#target(ref)?.values === target?.values);
    return target;
  }

  #target(ref: Reference): Resource | undefined {
    const [only] = ref.targets;
    return ref.targets.length === 1 && only !== undefined && ref.certainty !== "set"
      ? this.#byAddress.get(only)
      : undefined;
  }

  /** What a value names. References are followed as far as they lead to one thing of the wanted kinds. */
  link(text: Text, kinds: readonly ThingKind[], from: Resource): Link {
    const link = this.#link(text, kinds, from);
    this.asked((other) => isSameLink(other.#link(text, kinds, from), link));
    return link;
  }

  #link(text: Text, kinds: readonly ThingKind[], from: Resource, steps = 0): Link {
    const value = wholeText(text);
    if (value.known) return this.#named(value.value, kinds, from);
    const own = ownArn(text);
    if (own !== undefined) return this.#named(own, kinds, from);
    return this.#followHole(value.hole, kinds, steps) ?? { kind: "unknown", hole: value.hole };
  }

  #named(text: string, kinds: readonly ThingKind[], from: Resource): Link {
    const thing = this.#things.named(text, kinds, from);
    return thing === undefined ? { kind: "none", text } : { kind: "thing", thing };
  }

  /** Every value of a list, or every instance that an unknown list is made of (a splat, a `for`). */
  links(tree: Tree, kinds: readonly ThingKind[], from: Resource): readonly LinkedItem[] {
    const found = this.#links(tree, kinds, from);
    this.asked((other) => areSameItems(other.#links(tree, kinds, from), found));
    return found;
  }

  #links(tree: Tree, kinds: readonly ThingKind[], from: Resource): readonly LinkedItem[] {
    if (tree.kind === "unknown" && !tree.hole.unset) {
      const all = this.#allOf(tree.hole, kinds);
      if (all !== undefined) return all.map((thing) => ({ link: { kind: "thing", thing }, text: [tree.hole], tree }));
    }
    return elements(tree).flatMap((item) => {
      const text = textOf(item);
      return text === undefined || isUnset(item) ? [] : [{ link: this.#link(text, kinds, from), text, tree: item }];
    });
  }

  /**
   * As `links`, and one more that nobody can tell where the list is unknown: a plan keeps what an expression refers to
   * and loses what is written out beside it, which may be the worst of the list.
   */
  allLinks(tree: Tree, kinds: readonly ThingKind[], from: Resource): readonly LinkedItem[] {
    const found = this.links(tree, kinds, from);
    if (tree.kind !== "unknown" || found.every((one) => one.link.kind !== "thing")) return found;
    const rest = unfollowed(tree.hole);
    return [...found, { link: { kind: "unknown", hole: rest }, text: [rest], tree }];
  }

  #followHole(hole: Hole, kinds: readonly ThingKind[], steps: number): Link | undefined {
    // What is known beside it does not make it unknown: `var.create ? aws_iam_role.this[0].name : var.role`.
    const [ref, ...others] = hole.refs.filter(({ certainty }) => certainty !== "known");
    if (ref === undefined || others.length > 0 || steps > maxSteps) return undefined;
    const target = this.#target(ref);
    if (target === undefined) return undefined;
    const thing = this.#things.at(target.change.address);
    if (thing !== undefined && kinds.includes(thing.naming.kind)) return { kind: "thing", thing };
    const further = ref.attribute === undefined ? undefined : textOf(follow(target.values, ref.attribute));
    return further === undefined ? undefined : this.#link(further, kinds, target, steps + 1);
  }

  /** The things that all references of a hole together mean; undefined as soon as one of them means something else. */
  #allOf(hole: Hole, kinds: readonly ThingKind[]): readonly Thing[] | undefined {
    if (hole.refs.length === 0) return undefined;
    const things: Thing[] = [];
    for (const ref of hole.refs) {
      if (ref.targets.length === 0) return undefined;
      for (const address of ref.targets) {
        const thing = this.#things.at(address);
        if (thing === undefined || !kinds.includes(thing.naming.kind)) return undefined;
        if (!things.includes(thing)) things.push(thing);
      }
    }
    return things;
  }
}

/** What is replaced is gone from where it was, too. */
function vanishedOf(plan: Plan): readonly Resource[] {
  const gone = plan.changes.filter(
    ({ mode, action }) => mode === "managed" && (action === "delete" || action === "replace"),
  );
  return resourcesAt(gone, "before");
}

function resourcesAt(changes: readonly ResourceChange[], moment: "before" | "after"): readonly Resource[] {
  return changes.map((change) => resourceAt(change, moment)).filter((one) => one !== undefined);
}

export interface WorldOptions {
  readonly vendorPolicies: ManagedPolicies | undefined;
  /** The account of every provider configuration that tells none, when the user named it. */
  readonly account: string | undefined;
  namingOf(typeKey: string): Naming | undefined;
  /** A resource in the words that the rows of resource types use: Terraform's. */
  readonly read: (resource: Resource) => Resource;
}

/** The id of the node that stands for a thing. */
export function nodeOf(thing: Thing): NodeId {
  return thing.resource.change.address;
}

/** Things of two worlds that nobody can tell apart. */
function isSameThing(one: Thing | undefined, other: Thing | undefined): boolean {
  return one?.resource.values === other?.resource.values && one?.arn?.value === other?.arn?.value;
}

function isSameLink(one: Link, other: Link): boolean {
  if (one.kind === "thing") return other.kind === "thing" && isSameThing(one.thing, other.thing);
  return one.kind === other.kind && (one.kind !== "unknown" || other.kind !== "unknown" || one.hole === other.hole);
}

function areSameItems(some: readonly LinkedItem[], others: readonly LinkedItem[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ link }, i) => {
      const other = others[i];
      return other !== undefined && isSameLink(link, other.link);
    })
  );
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.account === other.account &&
    one.accountUnread === other.accountUnread &&
    one.partition === other.partition &&
    one.region === other.region
  );
}

function isUnset(tree: Tree): boolean {
  return tree.kind === "unknown" && tree.hole.unset;
}
