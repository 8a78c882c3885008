import type { Subject } from "./identity.ts";
import type { SourceLocation } from "./location.ts";
import type { Value } from "./value.ts";

/** What the passwords of people must be like. A number that nobody set is the vendor's own; `undefined` where there is no limit. */
export interface PasswordPolicy extends Subject {
  readonly kind: "password-policy";
  /** The fewest characters. */
  readonly length: PasswordLimit;
  /** How many earlier passwords may not be used again. */
  readonly remembered: PasswordLimit;
  /** After how many days a password must be changed. */
  readonly days: PasswordLimit;
}

export interface PasswordLimit {
  readonly value: Value<number | undefined>;
  readonly at: SourceLocation;
}
