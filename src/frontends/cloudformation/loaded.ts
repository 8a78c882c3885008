/** A key that stands twice in one mapping; the last value was read. */
export interface Twice {
  readonly pointer: string;
  /** Where both stand, for people: `at bytes 10 and 90`, `on lines 3 and 8`. */
  readonly places: string;
}

/** A template as plain values: short tags in their long form, everything else as it is written. */
export interface Loaded {
  readonly root: unknown;
  readonly twice: readonly Twice[];
}
