import { textAt } from "../json/shape.ts";
import type { Merged } from "./merged.ts";
import { parseUrn } from "./urn.ts";

/** More components in each other than anybody has. */
const most = 100;

/** The components that each resource is in, as far as the document shows them. */
export class Parents {
  readonly #parents: ReadonlyMap<string, string>;

  constructor(resources: readonly Merged[]) {
    this.#parents = new Map(
      resources.flatMap(({ urn, new: next, old }) => {
        const parent = textAt((next ?? old)?.value, "parent");
        return parent === undefined || parent === "" ? [] : [[urn, parent] as const];
      }),
    );
  }

  /** Their logical names, the outermost first: `plat/plat-core`. Empty for what belongs to the stack itself. */
  path(urn: string): string {
    const names: string[] = [];
    let parent = this.#parents.get(urn);
    for (let i = 0; parent !== undefined && i < most; i++) {
      const parts = parseUrn(parent);
      if (parts === undefined || parts.type === "pulumi:pulumi:Stack") break;
      names.unshift(parts.name);
      parent = this.#parents.get(parent);
    }
    return names.join("/");
  }
}
