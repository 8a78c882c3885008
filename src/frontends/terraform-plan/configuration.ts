import { isRecord } from "#model/json-tree.ts";
import { type Json, listAt, recordAt, textAt } from "../json/shape.ts";
import type { Address } from "./address.ts";

/** A module of the configuration, with the calls that lead to it. */
export interface Module {
  readonly module: Json;
  readonly calls: readonly Json[];
}

/** A resource's block, in its module. */
export interface Block extends Module {
  readonly resource: Json;
}

/** The configuration part of a plan: blocks, not instances. Each module is indexed once, when it is first asked for. */
export class Configuration {
  readonly raw: Json;
  readonly #modules = new Map<string, Module | undefined>();
  readonly #resources = new WeakMap<Json, ReadonlyMap<string, Json>>();

  constructor(raw: Json) {
    this.raw = raw;
  }

  /** The block of an instance. Resources imported with generated configuration have none. */
  block({ modules, relative }: Address): Block | undefined {
    const place = this.module(modules);
    const resource = place === undefined ? undefined : this.#index(place.module).get(relative);
    return place === undefined || resource === undefined ? undefined : { resource, ...place };
  }

  /** A module by the names on the way to it. */
  module(names: readonly string[]): Module | undefined {
    const key = names.join(".");
    if (!this.#modules.has(key)) this.#modules.set(key, this.#descend(names));
    return this.#modules.get(key);
  }

  #descend(names: readonly string[]): Module | undefined {
    let module = recordAt(this.raw, "root_module");
    const calls: Json[] = [];
    for (const name of names) {
      const call = recordAt(module, "module_calls", name);
      if (call === undefined) return undefined;
      calls.push(call);
      module = recordAt(call, "module");
    }
    return module === undefined ? undefined : { module, calls };
  }

  #index(module: Json): ReadonlyMap<string, Json> {
    const known = this.#resources.get(module);
    if (known !== undefined) return known;
    const index = new Map<string, Json>();
    for (const resource of listAt(module, "resources")) {
      const address = textAt(resource, "address");
      if (address !== undefined && isRecord(resource)) index.set(address, resource);
    }
    this.#resources.set(module, index);
    return index;
  }
}
