import { parseAddress } from "#frontends/terraform-plan/address.ts";
import { Configuration } from "#frontends/terraform-plan/configuration.ts";
import { isRecord } from "#model/json-tree.ts";

/** A JSON object that a test changes in place. */
export type Json = Record<string, unknown>;

export type Path = readonly (string | number)[];

/** A plan as JSON, to be changed in place; what it tells is found by address. */
export class PlanDocument {
  readonly root: Json;
  readonly #configuration: Configuration;

  constructor(bytes: Uint8Array) {
    this.root = JSON.parse(new TextDecoder().decode(bytes)) as Json;
    this.#configuration = new Configuration(record(this.root.configuration) ?? {});
  }

  get bytes(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify(this.root));
  }

  get changes(): Json[] {
    return list(this.root.resource_changes).filter(isRecord);
  }

  /** Resources of a state, of all modules. */
  resources(state: "planned_values" | "prior_state"): readonly { readonly all: unknown[]; readonly one: Json }[] {
    const values = state === "planned_values" ? this.root[state] : record(this.root[state])?.values;
    return inModule(record(values)?.root_module);
  }

  /** The expressions of the block that an instance is made from. */
  expressions(address: string): Json | undefined {
    const parsed = parseAddress(address);
    const block = parsed === undefined ? undefined : this.#configuration.block(parsed);
    return record(block?.resource.expressions);
  }
}

function inModule(module: unknown): readonly { readonly all: unknown[]; readonly one: Json }[] {
  if (!isRecord(module)) return [];
  const all = list(module.resources);
  const own = all.filter(isRecord).map((one) => ({ all, one: one as Json }));
  return [...own, ...list(module.child_modules).flatMap(inModule)];
}

export function record(value: unknown): Json | undefined {
  return isRecord(value) ? value : undefined;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === "number") current = list(current)[step];
    else current = record(current)?.[step];
  }
  return current;
}

/** Takes away what stands at a path: a key goes, an element becomes null. */
export function removeAt(value: unknown, path: Path): void {
  const last = path.at(-1);
  const around = valueAt(value, path.slice(0, -1));
  if (typeof last === "number" && Array.isArray(around)) around[last] = null;
  else if (typeof last === "string" && isRecord(around)) delete (around as Json)[last];
}
