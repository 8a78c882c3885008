import { type Key, parseAddress } from "./address.ts";

export interface Instance {
  readonly address: string;
  readonly moduleKeys: readonly Key[];
  readonly key: Key;
}

/** The resource instances of a plan, by the modules and the block that they are made from. */
export class Instances {
  readonly #byBlock = new Map<string, Instance[]>();
  readonly #seen = new Set<string>();

  add(address: string): void {
    if (this.#seen.has(address)) return;
    this.#seen.add(address);
    const parsed = parseAddress(address);
    if (parsed === undefined) return;
    const key = blockKey(parsed.modules, parsed.relative);
    const list = this.#byBlock.get(key) ?? [];
    list.push({ address, moduleKeys: parsed.moduleKeys, key: parsed.key });
    this.#byBlock.set(key, list);
  }

  /** The instances of a block that fit the keys which are known; a key that is not given fits any. Where nothing fits, all: the keys were not what they seemed. */
  find(modules: readonly string[], moduleKeys: readonly Key[], relative: string): readonly Instance[] {
    const all = this.#byBlock.get(blockKey(modules, relative)) ?? [];
    const fitting = all.filter((one) => one.moduleKeys.every((key, i) => moduleKeys[i] === undefined || moduleKeys[i] === key));
    return fitting.length > 0 ? fitting : all;
  }
}

function blockKey(modules: readonly string[], relative: string): string {
  return JSON.stringify([modules, relative]);
}

