import { inside, type SourceLocation } from "#model/location.ts";
import type { ProviderScope } from "#model/plan.ts";
import { absent, type Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { type Json, recordAt, textAt } from "../json/shape.ts";
import { type Address, steps } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { allReferences } from "./expressions.ts";
import { blockTree } from "./expression-tree.ts";
import type { Resolver } from "./resolver.ts";

/** The provider configuration of each resource: it tells the account, the region and the default tags. */
export class Providers {
  readonly #at: SourceLocation;
  readonly #configuration: Configuration | undefined;
  readonly #resolver: Resolver;
  readonly #configured: Json;
  readonly #settings = new Map<string, Tree>();

  constructor(document: string, configuration: Configuration | undefined, resolver: Resolver) {
    this.#at = { document, pointer: "/configuration/provider_config" };
    this.#configuration = configuration;
    this.#resolver = resolver;
    this.#configured = recordAt(configuration?.raw, "provider_config") ?? {};
  }

  scope(address: Address | undefined, providerName: string | undefined): ProviderScope {
    const name = shortName(providerName);
    const block = address === undefined ? undefined : this.#configuration?.block(address);
    const key = this.#keyOf(name, textAt(block?.resource, "provider_config_key") ?? aliased(providerName));
    return { name, key: this.#isForEach(key) ? `${key}[${JSON.stringify(address?.key ?? null)}]` : key, settings: this.#settingsOf(key) };
  }

  /**
   * The key in `provider_config`. Terraform before 1.1 wrote keys of modules (`vpc:aws`) that are not there, because their provider is inherited: it is the only
   * configuration of that provider, if there is only one. A resource without a block of its own is taken the same way.
   */
  #keyOf(name: string, written: string | undefined): string {
    if (written !== undefined && Object.hasOwn(this.#configured, written)) return written;
    const local = written?.slice(written.lastIndexOf(":") + 1) ?? name;
    const [only, ...others] = Object.keys(this.#configured).filter((key) => this.#nameIn(key) === local.split(".")[0]);
    if (only === undefined) return local;
    if (others.length === 0 && !local.includes(".")) return only;
    return written ?? `${name}.?`;
  }

  #nameIn(key: string): string | undefined {
    return textAt(this.#configured, key, "name") ?? key.slice(key.lastIndexOf(":") + 1).split(".")[0];
  }

  /** OpenTofu: a provider with `for_each` is many, told apart by a key that the plan does not show; instances mostly use their own. */
  #isForEach(key: string): boolean {
    return allReferences(recordAt(this.#configured, key, "expressions")).some((one) => one.startsWith("each."));
  }

  #settingsOf(key: string): Tree {
    const known = this.#settings.get(key);
    if (known !== undefined) return known;
    const tree = this.#read(key);
    this.#settings.set(key, tree);
    return tree;
  }

  #read(key: string): Tree {
    const at = inside(this.#at, key, "expressions");
    if (this.#configuration === undefined) return absent(at);
    const provider = recordAt(this.#configured, key);
    // Not configured at all is known: everything comes from the environment. One of several that nobody can tell is not.
    if (provider === undefined && /[.:]/.test(key)) return { kind: "unknown", hole: hole("unresolved-reference"), at };
    const names = steps(textAt(provider, "module_address") ?? "").filter((_, i) => i % 2 === 1);
    const modules = names.map((one) => one.name);
    const calls = this.#configuration.module(modules)?.calls ?? [];
    const from = { modules, moduleKeys: names.map((one) => one.key), calls, key: undefined, forEach: undefined };
    return blockTree(recordAt(provider, "expressions") ?? {}, at, (references) => this.#resolver.resolve(references, from));
  }
}

/** The last segment of a provider's address, without an alias: `registry/hashicorp/aws` and, in 0.12, `aws.primary` are both `aws`. */
export function shortName(providerName: string | undefined): string {
  const last = providerName?.slice(providerName.lastIndexOf("/") + 1) ?? "unknown";
  return last.split(".")[0] ?? last;
}

/** What Terraform 0.12 calls a provider is its key. */
function aliased(providerName: string | undefined): string | undefined {
  return providerName?.includes("/") === false ? providerName : undefined;
}
