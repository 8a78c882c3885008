import type { ProviderScope } from "#model/plan.ts";
import { absent, type Tree } from "#model/tree.ts";
import type { Configuration } from "./configuration.ts";
import { expressionTree } from "./expression-tree.ts";
import type { RawProvider } from "./format.ts";
import type { Resolver } from "./resolver.ts";

/** The provider configuration of each resource: it tells the account, the region and the default tags. */
export class Providers {
  readonly #document: string;
  readonly #configuration: Configuration | undefined;
  readonly #resolver: Resolver;
  readonly #settings = new Map<string, Tree>();

  constructor(document: string, configuration: Configuration | undefined, resolver: Resolver) {
    this.#document = document;
    this.#configuration = configuration;
    this.#resolver = resolver;
  }

  scope(address: string, providerName: string | undefined): ProviderScope {
    const name = shortName(providerName);
    const key = this.#configuration?.block(address)?.resource.provider_config_key ?? name;
    return { name, key, settings: this.#settingsOf(key) };
  }

  #settingsOf(key: string): Tree {
    const found = this.#settings.get(key);
    if (found !== undefined) return found;
    const at = { document: this.#document, pointer: `/configuration/provider_config/${key.replaceAll("~", "~0").replaceAll("/", "~1")}/expressions` };
    const tree = this.#configuration === undefined ? absent(at) : expressionTree(this.#provider(key)?.expressions ?? { region: undefined }, at, this.#resolver);
    this.#settings.set(key, tree);
    return tree;
  }

  #provider(key: string): RawProvider | undefined {
    const providers = this.#configuration?.raw.provider_config;
    return providers !== undefined && Object.hasOwn(providers, key) ? providers[key] : undefined;
  }
}

/** The last segment of a provider's address, without an alias: `registry/hashicorp/aws` and, in 0.12, `aws.primary` are both `aws`. */
export function shortName(providerName: string | undefined): string {
  const last = providerName?.slice(providerName.lastIndexOf("/") + 1) ?? "unknown";
  return last.split(".")[0] ?? last;
}
