import { isRecord } from "#model/json-tree.ts";
import { camelCase, snakeCase } from "./names.ts";

/** Finds what stands under a name of the clouds in an object of Pulumi's, and names what is in one. */
export interface Words {
  /** The key in an object for one of the clouds' names; undefined where there is none. */
  written(object: Readonly<Record<string, unknown>>, name: string): string | undefined;
  /** The clouds' name of a key. */
  ours(key: string): string;
  /** The words of what stands under a key. */
  inside(key: string, value: unknown): Words;
}

/** What the engine and the bridge keep for themselves stands under keys with two underscores. */
export function isInternal(key: string): boolean {
  return key.startsWith("__");
}

/** Keys that an author made up are left alone: tags, variables, what stands in a document. */
const asWritten: Words = {
  written: (object, name) => (Object.hasOwn(object, name) ? name : undefined),
  ours: (key) => key,
  inside: () => asWritten,
};

/** Names of maps whose keys their author makes up. */
const madeUp = /^(tags|tagsAll|labels|annotations|variables|parameters|metadata|environmentVariables|defaultTags)$/i;

/** Keys are names of properties, of which a document may have any number: so many are kept, and no more. */
const most = 1_000;

/** Terraform's words for properties of bridged providers. All resources of a type share them, and ask for the same few. */
export class BridgedWords implements Words {
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #path: string;
  /** Keys by Terraform's names of what stands here, where the rules of the bridge do not tell them. */
  readonly #odd: ReadonlyMap<string, string>;
  readonly #candidates = new Map<string, Candidates>();
  readonly #inside = new Map<string, Words>();

  constructor(renamed: ReadonlyMap<string, string>, path = "") {
    this.#renamed = renamed;
    this.#path = path;
    const here = [...renamed].filter(([one]) => one.startsWith(path) && !one.slice(path.length).includes("."));
    this.#odd = new Map(here.map(([one, name]) => [name, one.slice(path.length)]));
  }

  /** A list that is no block of its own is in the plural here: `ingressRules`, where Terraform has `ingress_rule`. */
  written(object: Readonly<Record<string, unknown>>, name: string): string | undefined {
    const { plain, plurals } = remembered(this.#candidates, name, () => this.#candidatesOf(name));
    const found = plain.find((one) => Object.hasOwn(object, one));
    return found ?? plurals.find((one) => Object.hasOwn(object, one) && Array.isArray(object[one]));
  }

  #candidatesOf(name: string): Candidates {
    const camel = camelCase(name);
    const odd = this.#odd.get(name);
    // A key that means something else by the table is not meant by the rules.
    const plain = [camel, name].filter((one) => !this.#renamed.has(this.#path + one));
    return { plain: odd === undefined ? plain : [odd, ...plain], plurals: pluralsOf(camel) };
  }

  ours(key: string): string {
    return this.#renamed.get(this.#path + key) ?? snakeCase(key);
  }

  inside(key: string, value: unknown): Words {
    if (isMadeUp(key, value)) return asWritten;
    return remembered(this.#inside, key, () => new BridgedWords(this.#renamed, `${this.#path}${key}.`));
  }
}

/** Keys that a name may have. */
interface Candidates {
  readonly plain: readonly string[];
  readonly plurals: readonly string[];
}

function remembered<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (all.size < most) all.set(key, made);
  return made;
}

function pluralsOf(name: string): readonly string[] {
  return [`${name}s`, name.replace(/y$/, "ies"), `${name}es`].filter((one) => one !== name);
}

function isMadeUp(key: string, value: unknown): boolean {
  if (!isRecord(value)) return false;
  return madeUp.test(key) || Object.keys(value).some((one) => !/^(__\w+|[a-z][A-Za-z0-9]*)$/.test(one));
}

/** CloudFormation's words for properties of aws-native: these are its own, but for the case of letters. */
export const nativeWords: Words = {
  written(object, name) {
    const small = name.toLowerCase();
    return Object.hasOwn(object, name) ? name : Object.keys(object).find((key) => key.toLowerCase() === small);
  },
  ours: (key) => key.replace(/^[a-z]/, (first) => first.toUpperCase()),
  inside: (key, value) => (isMadeUp(key, value) && !isDocument(value) ? asWritten : insideNative(value)),
};

function insideNative(value: unknown): Words {
  return isDocument(value) ? documentWords : nativeWords;
}

function isDocument(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).some((key) => /^statement$/i.test(key));
}

/** The keys of a policy document: of its statements, too, but not those of principals and conditions. */
const documentWords: Words = {
  ...nativeWords,
  inside: (key) => (/^statement$/i.test(key) ? statementWords : asWritten),
};

const statementWords: Words = { ...nativeWords, inside: () => asWritten };
