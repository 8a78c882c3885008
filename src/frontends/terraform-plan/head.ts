import type { Parts } from "./parts.ts";

/**
 * What is read of every resource record, wanted or not: who it is, and where it stands in the bytes. Records are those
 * of `resource_changes` and its siblings, and the resources of states.
 */
export interface Head {
  readonly pointer: string;
  /** Byte offsets of the record. */
  readonly start: number;
  readonly end: number;
  /** Keys in the record, at every depth. */
  readonly keys: number;
  readonly address: string | undefined;
  readonly type: string | undefined;
  readonly mode: string | undefined;
  readonly providerName: string | undefined;
  readonly deposed: string | undefined;
  /** The instance key of a resource of a state. */
  readonly index: unknown;
  /** Words of `change.actions`; undefined in a state. */
  readonly actions: readonly unknown[] | undefined;
  /** Whether anything in it is marked as sensitive. */
  readonly marked: boolean;
  /** The members that tell what a resource is like; undefined where the record is not an ordinary change. */
  readonly parts: Parts | undefined;
}

/** Whether nothing is left to be learnt of a resource with this address. */
export type KnownAddresses = (address: string) => boolean;
