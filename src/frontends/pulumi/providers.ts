import { isRecord, parseJson } from "#model/json-tree.ts";
import type { ProviderScope } from "#model/plan.ts";
import type { Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { type Json, recordAt, textAt } from "../json/shape.ts";
import { inputsAt, type State } from "./document.ts";
import type { Merged } from "./merged.ts";
import { parseUrn, providerUrn } from "./urn.ts";
import { treeOf } from "./view.ts";
import { BridgedWords } from "./words.ts";

const words = new BridgedWords(new Map([["assumeRoles", "assume_role"]]));

/** The provider of each resource: it tells the account, the region and the default tags. */
export class Providers {
  readonly #document: string;
  readonly #config: Json | undefined;
  readonly #states = new Map<string, State>();
  readonly #scopes = new Map<string, ProviderScope>();
  readonly #keys = new Set<string>();
  /** Providers that a program configures and the document does not show. */
  readonly missing = new Set<string>();

  constructor(document: string, config: Json | undefined, resources: readonly Merged[]) {
    this.#document = document;
    this.#config = config;
    for (const { urn, new: next, old } of resources) {
      const state = next ?? old;
      if (state !== undefined && parseUrn(urn)?.type.startsWith("pulumi:providers:") === true)
        this.#states.set(urn, state);
    }
  }

  /** The scope of the provider that a state refers to; the package by itself where it refers to none. */
  scope({ value }: State, token: string): ProviderScope {
    const reference = textAt(value, "provider");
    const urn = reference === undefined || reference === "" ? undefined : providerUrn(reference);
    const key = urn ?? token;
    const scope = this.#scopes.get(key) ?? this.#make(urn, token);
    this.#scopes.set(key, scope);
    return scope;
  }

  #make(urn: string | undefined, token: string): ProviderScope {
    const [pkg = token] = token.split(":", 1);
    const name = pkg === "aws-native" ? "aws" : pkg;
    const logical = urn === undefined ? undefined : parseUrn(urn)?.name;
    if (urn === undefined || logical === undefined || /^default(_|$)/.test(logical))
      return { name, key: pkg, settings: this.#settings(urn, pkg, true) };
    const short = `${pkg}.${logical}`;
    const key = this.#keys.has(short) ? urn : short;
    this.#keys.add(key);
    return { name, key, settings: this.#settings(urn, pkg, false) };
  }

  #settings(urn: string | undefined, pkg: string, isDefault: boolean): Tree {
    const state = urn === undefined ? undefined : this.#states.get(urn);
    if (state !== undefined) return this.#tree(recordAt(state.value, "inputs") ?? {}, inputsAt(state), state);
    const at = { document: this.#document, pointer: "/config" };
    if (!isDefault && urn !== undefined) {
      this.missing.add(urn);
      return { kind: "unknown", hole: hole("unresolved-reference"), at };
    }
    if (this.#config === undefined) return { kind: "unknown", hole: hole("unresolved-reference"), at };
    return this.#tree(configOf(this.#config, pkg), at.pointer, { value: {}, pointer: at.pointer });
  }

  #tree(values: Json, pointer: string, state: State): Tree {
    const at = { document: this.#document, pointer };
    return treeOf(unfolded(values), { at, words, property: "", context: { state, twice: new Set() } });
  }
}

/** `aws:region` is the region of the default provider of a package. */
function configOf(config: Json, pkg: string): Json {
  const own = Object.entries(config).filter(([key]) => key.startsWith(`${pkg}:`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(pkg.length + 1), value]));
}

/** Whatever is no text is handed to a provider as the JSON text of it. */
function unfolded(values: Json): Json {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, unfold(value)]));
}

function unfold(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  const parsed = parseJson(value);
  return isRecord(parsed) || Array.isArray(parsed) ? parsed : value;
}
