import type { ResourceChange } from "#model/plan.ts";
import type { Contribution, Linking } from "./linking.ts";
import type { Resource } from "./resource.ts";

/**
 * What resources add to the graphs of a plan. Most stay as they are, and what such a one adds can differ between two moments only where the answers differ
 * to what it asks about others; so it is worked out once, and taken over where all answers are the same.
 */
export class Contributions {
  readonly #known = new Map<ResourceChange, Contribution>();
  #first: Linking | undefined;

  /** Adds what a resource means: as `contribute` does, or as it did for the graph that was linked first. */
  add(resource: Resource, linking: Linking, contribute: () => void): void {
    this.#first ??= linking;
    if (!staysAsItIs(resource.change)) contribute();
    else if (linking === this.#first) this.#known.set(resource.change, linking.note(contribute));
    else if (!linking.takeOver(this.#known.get(resource.change))) contribute();
  }
}

/** A resource that stays as it is has one tree for both moments. */
function staysAsItIs({ mode, before, after }: ResourceChange): boolean {
  return mode !== "managed" || before === after;
}
