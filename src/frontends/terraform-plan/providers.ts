import { inside, type SourceLocation } from "#model/location.ts";
import type { ProviderScope } from "#model/plan.ts";
import { absent, type Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { type Json, recordAt, textAt } from "../json/shape.ts";
import { type Address, steps } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { blockTree } from "./expression-tree.ts";
import { allReferences } from "./expressions.ts";
import { type ProviderClues, type ProviderKey, ProviderKeys, shortName } from "./provider-keys.ts";
import type { Resolver } from "./resolver.ts";

interface Found {
  readonly scope: ProviderScope;
  /** OpenTofu: one of many, by a key of its own. */
  readonly isForEach: boolean;
}

/** The provider configuration of each resource: it tells the account, the region and the default tags. */
export class Providers {
  readonly #at: SourceLocation;
  readonly #configuration: Configuration | undefined;
  readonly #resolver: Resolver;
  readonly #configured: Json;
  readonly #keys: ProviderKeys;
  readonly #settings = new Map<string, Tree>();
  readonly #scopes = new Map<string, Found>();

  constructor(document: string, configuration: Configuration | undefined, resolver: Resolver) {
    this.#at = { document, pointer: "/configuration/provider_config" };
    this.#configuration = configuration;
    this.#resolver = resolver;
    this.#configured = recordAt(configuration?.raw, "provider_config") ?? {};
    this.#keys = new ProviderKeys(this.#configured);
  }

  scope(address: Address | undefined, providerName: string | undefined): ProviderScope {
    const block = address === undefined ? undefined : this.#configuration?.block(address);
    const written = textAt(block?.resource, "provider_config_key");
    const { scope, isForEach } = this.#scopeOf({ providerName, written, modules: address?.modules ?? [] });
    return isForEach ? { ...scope, key: `${scope.key}[${JSON.stringify(address?.key ?? null)}]` } : scope;
  }

  #scopeOf(clues: ProviderClues): Found {
    const question = `${clues.providerName}\n${clues.written}\n${clues.modules.join("\n")}`;
    const known = this.#scopes.get(question);
    if (known !== undefined) return known;
    const scope = this.#find(clues);
    const found = { scope, isForEach: this.#isForEach(scope.key) };
    this.#scopes.set(question, found);
    return found;
  }

  #find(clues: ProviderClues): ProviderScope {
    const found = this.#keys.find(clues);
    return { name: shortName(clues.providerName), key: found.key, settings: this.#settingsOf(found) };
  }

  /**
   * OpenTofu: a provider with `for_each` is many, told apart by a key that the plan does not show; instances mostly use
   * their own.
   */
  #isForEach(key: string): boolean {
    return allReferences(recordAt(this.#configured, key, "expressions")).some((one) => one.startsWith("each."));
  }

  #settingsOf(found: ProviderKey): Tree {
    const known = this.#settings.get(found.key);
    if (known !== undefined) return known;
    const tree = this.#read(found);
    this.#settings.set(found.key, tree);
    return tree;
  }

  #read({ key, certain }: ProviderKey): Tree {
    const at = inside(this.#at, key, "expressions");
    if (this.#configuration === undefined) return absent(at);
    if (!certain) return { kind: "unknown", hole: hole("unresolved-reference"), at };
    const provider = recordAt(this.#configured, key);
    const names = steps(textAt(provider, "module_address") ?? "").filter((_, i) => i % 2 === 1);
    const modules = names.map((one) => one.name);
    const calls = this.#configuration.module(modules)?.calls ?? [];
    const from = { modules, moduleKeys: names.map((one) => one.key), calls, key: undefined, forEach: undefined };
    // Not configured at all is known: everything comes from the environment.
    return blockTree(recordAt(provider, "expressions") ?? {}, at, (references) =>
      this.#resolver.resolve(references, from),
    );
  }
}
