import { isRecord } from "#model/json-tree.ts";
import type { RawModule } from "./format.ts";

/**
 * Collects the strings that a plan marks as sensitive. The marks do not pass through a provider: a secret that goes through a policy document comes out
 * unmarked, so it is hidden by its value wherever it turns up.
 */
export class Secrets {
  readonly found = new Set<string>();

  /** Adds what a mask of `true`s marks in a value. */
  marked(value: unknown, mask: unknown): void {
    if (mask === true) this.#all(value);
    else if (Array.isArray(mask) && Array.isArray(value)) for (const [i, one] of mask.entries()) this.marked(value[i], one);
    else if (isRecord(mask) && isRecord(value)) for (const key of Object.keys(mask)) if (Object.hasOwn(value, key)) this.marked(value[key], mask[key]);
  }

  /** Adds the values of the variables that are declared sensitive. */
  variables(values: unknown, root: RawModule | undefined): void {
    for (const [name, variable] of Object.entries(root?.variables ?? {})) {
      if (variable.sensitive !== true) continue;
      const given = isRecord(values) && Object.hasOwn(values, name) ? values[name] : undefined;
      this.#all(isRecord(given) ? given["value"] : undefined);
      this.#all(variable.default);
    }
  }

  #all(value: unknown): void {
    if (typeof value === "string") this.#string(value);
    else if (typeof value === "number") this.#string(String(value));
    else if (Array.isArray(value)) for (const item of value) this.#all(item);
    else if (isRecord(value)) for (const item of Object.values(value)) this.#all(item);
  }

  #string(value: string): void {
    if (value !== "") this.found.add(value);
  }
}
