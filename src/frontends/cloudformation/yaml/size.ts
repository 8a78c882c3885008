/** How large a document is with its aliases written out. */
export interface Size {
  readonly values: number;
  readonly depth: number;
}

/** No document is larger than this one: it contains itself. */
const endless: Size = { values: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };

/** Measures a document whose parts may be the same; what is deeper than `deepest` is as good as endless. */
export function sizeOf(root: unknown, deepest: number): Size {
  const sizes = new Map<object, Size>();
  const open = new Set<object>();
  const measure = (value: unknown): Size => {
    if (typeof value !== "object" || value === null) return { values: 1, depth: 0 };
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value) || open.size > deepest) return endless;
    open.add(value);
    const parts = Object.values(value).map(measure);
    open.delete(value);
    const size = {
      values: parts.reduce((sum, one) => sum + one.values, 1),
      depth: 1 + parts.reduce((most, one) => Math.max(most, one.depth), 0),
    };
    sizes.set(value, size);
    return size;
  };
  return measure(root);
}
