import { type Key, parseAddress } from "./address.ts";

interface Instance {
  readonly address: string;
  readonly moduleKeys: readonly Key[];
  readonly key: Key;
}

/** Which instances of a block are meant. */
export interface Wanted {
  readonly modules: readonly string[];
  /** Keys of the modules; one that is undefined may be any. */
  readonly moduleKeys: readonly Key[];
  /** The block's address inside its module. */
  readonly relative: string;
}

/**
 * The resource instances of a plan, by the modules and the block that they are made from. Addresses are taken apart
 * when somebody first asks.
 */
export class Instances {
  readonly #addresses = new Set<string>();
  readonly #found = new Map<string, Found>();
  #index: Index | undefined;

  add(address: string): void {
    this.#addresses.add(address);
  }

  find(wanted: Wanted): Found {
    const question = questionOf(wanted);
    const known = this.#found.get(question);
    if (known !== undefined) return known;
    this.#index ??= new Index(this.#addresses);
    const found = new Found(this.#index.find(wanted, question));
    this.#found.set(question, found);
    return found;
  }
}

/** Instances that fit, and among them those with a key. */
export class Found {
  readonly addresses: readonly string[];
  readonly #instances: readonly Instance[];
  #byKey: ReadonlyMap<Key, readonly Instance[]> | undefined;

  constructor(instances: readonly Instance[]) {
    this.#instances = instances;
    this.addresses = instances.map((one) => one.address);
  }

  withKey(key: Key): readonly string[] {
    this.#byKey ??= Map.groupBy(this.#instances, (one) => one.key);
    return (this.#byKey.get(key) ?? []).map((one) => one.address);
  }
}

class Index {
  readonly #byBlock = new Map<string, Instance[]>();
  /**
   * The same, by the keys of the modules too: a lookup must not go through all instances of a module that has
   * thousands.
   */
  readonly #byModuleInstance = new Map<string, Instance[]>();

  constructor(addresses: Iterable<string>) {
    for (const address of addresses) {
      const parsed = parseAddress(address);
      if (parsed === undefined) continue;
      const instance = { address, moduleKeys: parsed.moduleKeys, key: parsed.key };
      push(this.#byBlock, blockOf(parsed), instance);
      push(this.#byModuleInstance, questionOf(parsed), instance);
    }
  }

  find(wanted: Wanted, question: string): readonly Instance[] {
    const exact = this.#byModuleInstance.get(question);
    if (exact !== undefined) return exact;
    if (!wanted.moduleKeys.includes(undefined)) return [];
    const all = this.#byBlock.get(blockOf(wanted)) ?? [];
    return all.filter((one) => wanted.moduleKeys.every((key, i) => key === undefined || key === one.moduleKeys[i]));
  }
}

function push(map: Map<string, Instance[]>, key: string, instance: Instance): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [instance]);
  else list.push(instance);
}

function blockOf({ modules, relative }: Wanted): string {
  return JSON.stringify([modules, relative]);
}

function questionOf({ modules, moduleKeys, relative }: Wanted): string {
  return JSON.stringify([modules, relative, moduleKeys.map((key) => key ?? null)]);
}
