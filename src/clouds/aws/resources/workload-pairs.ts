import { wholeText } from "#model/text.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Linking } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import { type HandsOver, identityNamed, roleOfProfile, type Use, usesIn } from "./workload-identity.ts";

/** Blocks of a key and a value each; what the value is for, by the key. */
export interface PairedRoles {
  /** The path of the blocks. */
  readonly at: string;
  readonly key: string;
  readonly value: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly profiles?: Readonly<Record<string, string>>;
}

export function usesInPairs(pairs: PairedRoles, resource: Resource, linking: Linking): readonly Use[] {
  return blocksAt(resource.values, pairs.at)
    .filter(isSet)
    .flatMap((block) => usesOfPair(block, pairs, resource, linking));
}

function blocksAt(tree: Tree, path: string): readonly Tree[] {
  return leavesAt(tree, path).flatMap((found) => (found.kind === "list" ? found.items : [found]));
}

function usesOfPair(block: Tree, pairs: PairedRoles, resource: Resource, linking: Linking): readonly Use[] {
  const [key, value] = [textOf(field(block, pairs.key)), field(block, pairs.value)];
  if (key === undefined || !isSet(value)) return [];
  const name = wholeText(key);
  // A pair whose key is not known yet may be the one that names a role.
  if (!name.known) return [{ text: [name.hole], use: "a role, perhaps", at: block.at }];
  const uses = (all: PairedRoles["roles"] | undefined, whose: HandsOver): readonly Use[] => {
    const use = all !== undefined && Object.hasOwn(all, name.value) ? all[name.value] : undefined;
    return use === undefined ? [] : usesIn(value, use, whose, resource, linking);
  };
  return [...uses(pairs.roles, identityNamed), ...uses(pairs.profiles, roleOfProfile)];
}
