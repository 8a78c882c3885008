import type { Hole } from "./value.ts";

/** The environment that something belongs to, and how that was told. */
export interface Environment {
  readonly name: string;
  /** Higher is closer to production. */
  readonly rank: number;
  /** What told it, for people: `tag environment = prod`. */
  readonly because: string;
}

/** The environment of a node: told, not told by anything, or hidden behind a value that is not known. */
export type EnvironmentFact =
  | { readonly kind: "told"; readonly environment: Environment }
  | { readonly kind: "untold" }
  | { readonly kind: "unknown"; readonly hole: Hole };

/** What one thing says about the environment of a node, whatever others say; hidden where its value is not known. */
export type EnvironmentSource = {
  readonly kind: "account" | "tag" | "name";
  /** For people: `tag environment = prod`. */
  readonly shown: string;
} & ({ readonly environment: string } | { readonly hole: Hole });
