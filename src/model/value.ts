/** Why a value cannot be read. */
export type UnknownReason =
  | "computed-at-apply"
  | "sensitive"
  | "deploy-time-parameter"
  | "unresolved-reference"
  | "unsupported-expression"
  | "ambiguous-text";

/** What an unknown value was written to come from. */
export interface Reference {
  /** The reference as its author wrote it: `aws_kms_key.main.arn`, `var.team`. */
  readonly expression: string;
  /** Addresses of the resource instances it can mean; empty when it could not be resolved. */
  readonly targets: readonly string[];
  /** The attribute of the target that is read, as dotted path: `arn`, `role[0].name`. Absent when the document lost it. */
  readonly attribute?: string;
  /** `exact`: one instance, certainly. `likely`: one, by its key. `set`: one or all of several. `unresolved`: none was found. `known`: it is no resource but a value that the document knows, so nothing waits for it. */
  readonly certainty: "exact" | "likely" | "set" | "unresolved" | "known";
}

/** A place for a value that is not known yet. It remembers why, and what it waits for. */
export interface Hole {
  readonly reason: UnknownReason;
  /** What the value waits for; empty when the document does not tell. */
  readonly refs: readonly Reference[];
  /** True when the author set nothing, so that the provider will choose the value. */
  readonly unset: boolean;
  /** The value that it will certainly get by construction, e.g. an ARN made of a known account and name. */
  readonly predicted?: string;
}

/** A value that is known, or the reason why it is not. There is no way to read it without asking first. */
export type Value<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** True when the value is not written anywhere but follows by construction. */
  readonly predicted: boolean;
}

export interface Unknown {
  readonly known: false;
  readonly hole: Hole;
}

export function known<T>(value: T, predicted = false): Known<T> {
  return { known: true, value, predicted };
}

export function unknown(hole: Hole): Unknown {
  return { known: false, hole };
}

/** A hole without any trace of what it waits for. */
export function hole(reason: UnknownReason, refs: readonly Reference[] = []): Hole {
  return { reason, refs, unset: false };
}

/** The hole where what it refers to does not tell the value: it waits for that, and may hold anything beside it. */
export function unfollowed(hole: Hole): Hole {
  return { ...hole, refs: hole.refs.map((ref) => ({ ...ref, targets: [] })) };
}
