import type { Hole, Reference, UnknownReason } from "#model/value.ts";

export interface Origin {
  readonly refs: readonly Reference[];
  readonly unset: boolean;
}

/** A hole whose origin is looked up when somebody asks for it: a plan has many more holes than anybody looks into. */
export function lazyHole(reason: UnknownReason, originOf: () => Origin): Hole {
  let origin: Origin | undefined;
  const get = (): Origin => {
    origin ??= originOf();
    return origin;
  };
  return {
    reason,
    get refs() {
      return get().refs;
    },
    get unset() {
      return get().unset;
    },
  };
}
