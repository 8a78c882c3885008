import { type Json, recordAt, textAt } from "../json/shape.ts";

/** Which entry of `provider_config` is meant. */
export interface ProviderKey {
  readonly key: string;
  /** False when the plan does not tell which of several it is. */
  readonly certain: boolean;
}

/** What a plan says about the provider of a resource. */
export interface ProviderClues {
  /**
   * `provider_name` of the resource: `registry/hashicorp/aws`; in 0.12 the name of the configuration that was found,
   * `aws.primary`.
   */
  readonly providerName: string | undefined;
  /** The key in the resource's block, if it has a block. */
  readonly written: string | undefined;
  /** The modules that the resource is in. */
  readonly modules: readonly string[];
}

/**
 * Finds the provider configuration of a resource. Since 1.1 Terraform writes keys that are there; before, a resource of
 * a module has the key `vpc:aws`, of which only the last module and the local name are said, and nothing tells which
 * configuration the module was given.
 */
export class ProviderKeys {
  readonly #configured: Json;

  constructor(configured: Json) {
    this.#configured = configured;
  }

  find({ providerName, written, modules }: ProviderClues): ProviderKey {
    const name = shortName(providerName);
    const resolved = providerName?.includes("/") === false ? providerName : undefined;
    if (resolved !== undefined && (resolved === name || Object.hasOwn(this.#configured, resolved)))
      return { key: this.#inherited(resolved, modules), certain: true };
    if (written !== undefined && this.#isMeant(written)) return { key: written, certain: true };
    const local = written === undefined ? name : localName(written);
    if (local.includes(".") && modules.length === 0) return { key: local, certain: false };
    if (local.includes(".") || this.#hasAlias(name))
      return { key: scoped(modules, written === undefined ? `${local}.?` : local), certain: false };
    return { key: this.#inherited(local, modules), certain: true };
  }

  /** An entry of a module without any setting only says that the module needs the provider. */
  #isMeant(key: string): boolean {
    return (
      Object.hasOwn(this.#configured, key) &&
      (!key.includes(":") || recordAt(this.#configured, key, "expressions") !== undefined)
    );
  }

  #hasAlias(name: string): boolean {
    return Object.keys(this.#configured).some(
      (key) => textAt(this.#configured, key, "alias") !== undefined && this.#nameIn(key) === name,
    );
  }

  #nameIn(key: string): string | undefined {
    return textAt(this.#configured, key, "name") ?? localName(key).split(".")[0];
  }

  /** The nearest configuration on the way to the root. */
  #inherited(local: string, modules: readonly string[]): string {
    for (let length = modules.length; length > 0; length--) {
      const inside = modules.slice(0, length);
      const found = [scoped(inside, local), `${inside.at(-1)}:${local}`].find((key) => this.#isMeant(key));
      if (found !== undefined) return found;
    }
    return local;
  }
}

/**
 * The last segment of a provider's address, without an alias: `registry/hashicorp/aws` and, in 0.12, `aws.primary` are
 * both `aws`.
 */
export function shortName(providerName: string | undefined): string {
  const last = providerName?.slice(providerName.lastIndexOf("/") + 1) ?? "unknown";
  return last.split(".")[0] ?? last;
}

/** `vpc:aws` and, in the first versions of 0.12, `provider.aws` are both `aws`. */
function localName(key: string): string {
  return key.slice(key.lastIndexOf(":") + 1).replace(/^provider\./, "");
}

function scoped(modules: readonly string[], local: string): string {
  return modules.length === 0 ? local : `${modules.map((name) => `module.${name}`).join(".")}:${local}`;
}
