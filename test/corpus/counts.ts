import type { Count } from "./raw-values.ts";

/**
 * What a resource must add to the graph, counted in the raw JSON with the list of types and none of the program's code. What cannot be counted without
 * judging (it is unknown, or no plain JSON) is left out.
 */
export interface Counts {
  readonly identities?: number;
  readonly trust?: number;
  readonly policies?: number;
  readonly statements?: number;
  readonly attachments?: number;
  readonly memberships?: number;
  readonly credentials?: number;
  readonly workloads?: number;
}

export function counts(all: Readonly<Record<string, Count>>): Counts {
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== undefined));
}
