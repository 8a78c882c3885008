import type { PublicAccessBlock } from "#model/identity.ts";
import type { Condition } from "#model/policy.ts";
import { literalText, type Text } from "#model/text.ts";
import { elements, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import { knownText } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import type { Naming, ThingKind } from "../link/things.ts";
import { conditionOf } from "../policy/conditions.ts";
import { addMadePolicy, type MadeStatement, text } from "./made-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/** One statement that the attributes of a resource make, or of each block at a path. */
export interface Clause {
  readonly each?: string;
  /** Paths of the attributes that say who, from the block on. */
  readonly who: readonly string[];
  /** The words that mean everybody; left out where AWS takes none. */
  readonly anyone?: readonly string[];
  /** True where one text holds several of them, separated by commas. */
  readonly listed?: true;
  /** Actions; or the path of the attribute that names them, the service, and the actions that its words stand for. */
  readonly may: readonly string[] | Words;
  /** The attribute that says whether it allows or denies, where AWS asks for that. */
  readonly effect?: string;
  /** Attributes that narrow it, and the condition that each makes. */
  readonly when?: readonly (readonly [path: string, operator: string, key: string])[];
}

interface Words {
  readonly in: string;
  /** The service in front of a word that is no action with a service yet. */
  readonly of: string;
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** The action of a resource that names none. */
  readonly otherwise?: string;
}

/** A type whose attributes say who may do what. */
export interface AttributePolicy {
  /** Left out where only CloudFormation has such a thing. */
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly spelling?: Spelling;
  /** How it is named, where it is itself what the statements are about. */
  readonly naming?: Naming;
  /** Else the attribute that names what they are about, where there is one, and its kind. */
  readonly of?: string;
  readonly kind: ThingKind;
  readonly clauses: readonly Clause[];
  readonly guard?: (resource: Resource) => PublicAccessBlock | undefined;
}

export function attributePolicy({ of, kind, clauses, guard, ...row }: AttributePolicy): ResourceType {
  return {
    ...row,
    contribute(resource, linking) {
      const block = guard?.(resource);
      if (block !== undefined) linking.collect((targets) => targets.ownBlock(block, resource));
      const made = clauses.flatMap((clause) => statementsOf(resource, clause));
      if (made.length === 0) return;
      const id = addMadePolicy(resource, linking, literalText(resource.change.name), made);
      if (row.naming !== undefined) linking.collect((targets) => targets.ownBeside(id, resource));
      else linking.collect((targets) => targets.beside(id, { of: named(resource, of), kind }, resource));
    },
  };
}

function named(resource: Resource, of: string | undefined): Text | undefined {
  return of === undefined ? undefined : attribute(resource, ...of.split("."));
}

function statementsOf(resource: Resource, clause: Clause): readonly MadeStatement[] {
  const blocks = clause.each === undefined ? [resource.values] : leavesAt(resource.values, clause.each);
  return blocks.flatMap(elements).flatMap((block) => {
    if (denies(block, clause)) return [];
    const principals = clause.who
      .flatMap((path) => valuesAt(block, path))
      .flatMap((tree) => principalsIn(tree, clause));
    const actions = actionsOf(resource, block, clause);
    return principals.length === 0 || actions.length === 0
      ? []
      : [
          {
            principals,
            actions,
            conditions: conditionsOf(block, clause),
            ...(clause.anyone === undefined && { namesSomebody: true }),
          },
        ];
  });
}

/** A denial gives nobody anything; what is not known is not taken for one. */
function denies(block: Tree, { effect }: Clause): boolean {
  return effect !== undefined && valuesAt(block, effect).some((tree) => knownText(textOf(tree)) === "Deny");
}

/** What somebody wrote under a path. */
function valuesAt(block: Tree, path: string): readonly Tree[] {
  return leavesAt(block, path)
    .flatMap(elements)
    .filter((tree) => isSet(tree) && textOf(tree)?.length !== 0);
}

function principalsIn(tree: Tree, { anyone = [], listed }: Clause): readonly Tree[] {
  const value = knownText(textOf(tree));
  const trees =
    value === undefined || listed !== true ? [tree] : value.split(/\s*,\s*/).map((one) => text(one, tree.at));
  return trees.map((one) => (anyone.includes(knownText(textOf(one)) ?? "") ? text("*", one.at) : one));
}

function actionsOf(resource: Resource, block: Tree, { may }: Clause): readonly Tree[] {
  if (!("in" in may)) return may.map((action) => text(action, resource.change.at));
  const found = valuesAt(block, may.in).flatMap((tree) => actionsIn(tree, may));
  return found.length === 0 && may.otherwise !== undefined ? [text(may.otherwise, resource.change.at)] : found;
}

function actionsIn(tree: Tree, { of, words }: Words): readonly Tree[] {
  const word = knownText(textOf(tree));
  if (word === undefined || word.includes(":")) return [tree];
  return (words?.[word] ?? [word]).map((action) => text(`${of}:${action}`, tree.at));
}

function conditionsOf(block: Tree, { when = [] }: Clause): readonly Condition[] {
  return when.flatMap(([path, operator, key]) => {
    const values = valuesAt(block, path).flatMap((tree) => textOf(tree) ?? []);
    return values.length === 0 ? [] : [conditionOf(literalText(operator), literalText(key), [values])];
  });
}
