import { type Address, parseAddress } from "./address.ts";
import type { RawConfigResource, RawConfiguration, RawModule, RawModuleCall } from "./format.ts";

/** A resource's block, with the modules and calls that lead to it. */
export interface Block {
  readonly resource: RawConfigResource;
  readonly module: RawModule;
  readonly calls: readonly RawModuleCall[];
}

/** Finds the blocks of resources in the configuration part of a plan. Each module is indexed once, when it is first asked for. */
export class Configuration {
  readonly raw: RawConfiguration;
  readonly #resources = new WeakMap<RawModule, ReadonlyMap<string, RawConfigResource>>();

  constructor(raw: RawConfiguration) {
    this.raw = raw;
  }

  /** The block of an instance: its address without keys. Resources imported with generated configuration have none. */
  block(address: string | Address): Block | undefined {
    const parsed = typeof address === "string" ? parseAddress(address) : address;
    const place = parsed === undefined ? undefined : this.module(parsed.modules);
    const resource = place === undefined || parsed === undefined ? undefined : this.#index(place.module).get(parsed.relative);
    return place === undefined || resource === undefined ? undefined : { resource, ...place };
  }

  /** A module by the names on the way to it. */
  module(names: readonly string[]): { readonly module: RawModule; readonly calls: readonly RawModuleCall[] } | undefined {
    let module = this.raw.root_module;
    const calls: RawModuleCall[] = [];
    for (const name of names) {
      const found: Readonly<Record<string, RawModuleCall>> | undefined = module?.module_calls;
      const call = found !== undefined && Object.hasOwn(found, name) ? found[name] : undefined;
      if (call === undefined) return undefined;
      calls.push(call);
      module = call.module;
    }
    return module === undefined ? undefined : { module, calls };
  }

  #index(module: RawModule): ReadonlyMap<string, RawConfigResource> {
    const found = this.#resources.get(module);
    if (found !== undefined) return found;
    const index = new Map((module.resources ?? []).map((resource) => [resource.address, resource]));
    this.#resources.set(module, index);
    return index;
  }
}
