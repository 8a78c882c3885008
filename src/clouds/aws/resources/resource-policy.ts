import type { PublicAccessBlock } from "#model/identity.ts";
import type { NodeId } from "#model/node.ts";
import type { Text } from "#model/text.ts";
import { absent, elements, field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { linkStatements } from "../link/principals.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import type { Naming, ThingKind } from "../link/things.ts";
import type { ResourceType } from "./resource-type.ts";

/** A resource that holds a policy about itself, or can get one. */
export interface Carrier {
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly spelling?: Spelling;
  readonly naming: Naming;
  /** The path of the attribute that holds the policy; left out where the policy is always a resource of its own. */
  readonly policy?: string;
  /** Paths of policies of which there may be several, one for each part. */
  readonly policies?: readonly string[];
  /** What keeps the public out, whatever the policy says. */
  readonly guard?: (resource: Resource) => PublicAccessBlock | undefined;
}

/** A policy that is a resource of its own: the attribute that names what it is about, and the kind of that. */
export interface PolicyOf {
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly spelling?: Spelling;
  /** What it names may be a list. Left out where the policy is about the whole account. */
  readonly of?: string;
  readonly kind: ThingKind;
  readonly policy: string;
  /** True where the policy stands beside the one that its target has, and does not replace it. */
  readonly beside?: true;
  /** What keeps the public out, whatever the policy says. */
  readonly guard?: (resource: Resource) => PublicAccessBlock;
}

export function carrier({ policy, policies = [], guard, ...row }: Carrier): ResourceType {
  return {
    ...row,
    contribute(resource, linking) {
      const id = policy === undefined ? undefined : addPolicy(resource, linking, policy);
      if (id !== undefined) linking.collect((targets) => targets.own(id, resource));
      for (const [i, tree] of policies.flatMap((path) => leavesAt(resource.values, path)).entries()) {
        const part = addDocument(resource, linking, tree, `policy/${i}`);
        if (part !== undefined) linking.collect((targets) => targets.ownBeside(part, resource));
      }
      const block = guard?.(resource);
      if (block !== undefined) linking.collect((targets) => targets.ownBlock(block, resource));
    },
  };
}

export function policyOf({ of, kind, policy, beside, guard, ...row }: PolicyOf): ResourceType {
  const targets = (resource: Resource) => (of === undefined ? [undefined] : named(resource, of));
  return {
    ...row,
    contribute(resource, linking) {
      const id = addPolicy(resource, linking, policy);
      if (id === undefined) return;
      for (const target of targets(resource)) {
        const about = { of: target, kind };
        if (beside === true) linking.collect((targets) => targets.beside(id, about, resource));
        else linking.collect((targets) => targets.policy(id, about, resource));
        if (guard !== undefined) linking.collect((targets) => targets.block(guard(resource), about, resource));
      }
    },
    ...(beside !== true && {
      vanish(resource, linking) {
        for (const target of targets(resource))
          if (target !== undefined) linking.collect((targets) => targets.cleared({ of: target, kind }, resource));
      },
    }),
  };
}

/** What an attribute names: one thing, or each of a list. */
function named(resource: Resource, path: string): readonly (Text | undefined)[] {
  const items = elements(field(resource.values, ...path.split(".")));
  return items.length === 0 ? [undefined] : items.map(textOf);
}

/** A resource that gets the provider's default policy says nothing about access: it is only the owner account's. */
function addPolicy(resource: Resource, linking: Linking, path: string): NodeId | undefined {
  return addDocument(resource, linking, leavesAt(resource.values, path)[0] ?? absent(resource.change.at), "policy");
}

function addDocument(resource: Resource, linking: Linking, tree: Tree, part: string): NodeId | undefined {
  if (!isSet(tree) || isEmpty(tree)) return undefined;
  const { address, type } = resource.change;
  const id = `${address}#${part}`;
  const name = attribute(resource, "name") ?? [];
  const head = { id, kind: "resource", origin: "inline", name, address, type, assumed: false } as const;
  const document = linking.document(tree);
  const statements = linkStatements(document.statements, linking.world, resource);
  linking.graph.addPolicy(policyNode(head, { ...document, statements }, tree));
  return id;
}

/** The provider writes "" for a policy that is not there. */
function isEmpty(tree: Tree): boolean {
  return tree.kind === "text" && tree.text.length === 0;
}
