import type { Subject } from "./identity.ts";
import type { SourceLocation } from "./location.ts";
import type { Truth } from "./truth.ts";
import type { Hole } from "./value.ts";

/** A resource, or the configuration of a provider, with values that are secrets or look like some. The values themselves are never kept. */
export interface SecretBearer extends Subject {
  readonly kind: "resource";
  readonly secrets: readonly SecretValue[];
}

export interface SecretValue {
  /** Where it stands, for people: `environment variable DB_PASSWORD`. */
  readonly place: string;
  /** How it is known for a secret: it has the form that a vendor gives to his, it stands where a secret belongs, or only its name says so. */
  readonly told: "form" | "place" | "name";
  /** What it looks like, or what the place is for: `a private key`, `a password`. */
  readonly what: string;
  /** Whether its author spelled it out, rather than handing it in or referring to it. */
  readonly spelledOut: Truth;
  readonly waits: readonly Hole[];
  readonly at: SourceLocation;
}
