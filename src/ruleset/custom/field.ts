/** One step of a field: to a key, or to each item of a list. */
export type Step = { readonly kind: "key"; readonly key: string } | { readonly kind: "each" };

/** The way from a thing to a value of it: `conditions[*].key`. */
export interface Field {
  readonly steps: readonly Step[];
  readonly many: boolean;
}

const step = /\.?([A-Za-z_][\w-]*)|\[\*\]|\["([^"]*)"\]|\['([^']*)'\]/y;

/** Reads a field as it is written in a ruleset; undefined when it cannot be one. `.` is the thing itself. */
export function parseField(written: string): Field | undefined {
  if (written === ".") return { steps: [], many: false };
  const steps: Step[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < written.length) {
    const [whole, ...keys] = step.exec(written) ?? [];
    // The first name has no dot before it, all others have.
    if (whole === undefined || (/^\w/.test(whole) && steps.length > 0) || (steps.length === 0 && whole[0] === "."))
      return undefined;
    const key = keys.find((one) => one !== undefined);
    steps.push(key === undefined ? { kind: "each" } : { kind: "key", key });
  }
  return steps.length === 0 ? undefined : { steps, many: steps.some((one) => one.kind === "each") };
}

/** A field that was checked before. */
export function fieldOf(written: string): Field {
  const field = parseField(written);
  if (field === undefined) throw new Error(`not a field: ${written}`);
  return field;
}

/** A step as it is written. */
export function showStep(one: Step): string {
  if (one.kind === "each") return "[*]";
  return /^[A-Za-z_][\w-]*$/.test(one.key) ? one.key : `[${JSON.stringify(one.key)}]`;
}
