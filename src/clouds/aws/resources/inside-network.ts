import type { PublicAccessBlock } from "#model/identity.ts";
import { elements } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Resource } from "../link/resource.ts";

/** The guard of a resource that has an address inside of a private network only, once the block is there that says in which. */
export function insideNetwork(resource: Resource, path: string): PublicAccessBlock | undefined {
  const [block] = leavesAt(resource.values, path).flatMap(elements).filter(isSet);
  return block === undefined ? undefined : { blocks: "yes", by: "network", at: block.at };
}
