import { Buffer } from "node:buffer";
import { jsonTree } from "#model/json-tree.ts";
import { insideText } from "#model/location.ts";
import type { SecretValue } from "#model/secret.ts";
import { wholeText } from "#model/text.ts";
import { elements, field, type Tree, textOf } from "#model/tree.ts";
import type { Truth } from "#model/truth.ts";
import type { SecretPlace } from "../data/secret-places.ts";
import { respelled } from "../link/spelling.ts";
import { secretForm } from "./forms.ts";
import { isPlaceholder, isPlausible, isSecretName } from "./plausible.ts";

/** A secret that was found, with the value itself, which must not reach any output. */
export interface FoundSecret {
  readonly secret: SecretValue;
  readonly value?: string;
}

type Path = readonly (string | number)[];

/** A value on the way through a resource, and the path that leads to it. */
interface Step {
  readonly tree: Tree;
  readonly path: Path;
  /** True when a block around it is not known: no provider makes one up, so its author generates it. */
  readonly generated: boolean;
}

/** Asks the author's document whether he spelled a string out. */
export type Ask = (path: Path, value: string) => Truth;

/** The secrets at one place of a resource. */
export function secretsAt(values: Tree, place: SecretPlace, ask: Ask): readonly FoundSecret[] {
  const root = { tree: values, path: [], generated: false };
  const there = leaves(root, place.path.split(".")).filter(({ tree }) => tree.kind !== "absent");
  return there.flatMap((step) => new Finder(place, ask).at(step));
}

function leaves(from: Step, keys: readonly string[]): readonly Step[] {
  return keys.reduce<readonly Step[]>((steps, key) => steps.flatMap(items).map((step) => inner(step, key)), [from]);
}

function items(step: Step): readonly Step[] {
  const { tree, path } = step;
  return tree.kind === "list" ? tree.items.map((item, i) => ({ ...step, tree: item, path: [...path, i] })) : [step];
}

function inner({ tree, path }: Step, key: string): Step {
  return { tree: field(tree, key), path: [...path, key], generated: tree.kind === "unknown" };
}

class Finder {
  readonly #place: SecretPlace;
  readonly #ask: Ask;

  constructor(place: SecretPlace, ask: Ask) {
    this.#place = place;
    this.#ask = ask;
  }

  at(step: Step): readonly FoundSecret[] {
    const { kind, what } = this.#place;
    if (step.generated) return [this.#perhaps(step)];
    switch (kind) {
      case "secret":
        return items(step).flatMap((one) =>
          this.#valueOf(one, (text) => text !== "" && this.#found(one, text, "place", `a ${what}`, what)),
        );
      case "stored":
        return this.#valueOf(step, (text) => this.#stored(step, text));
      case "names":
        return this.#container(step) ?? this.#named(step);
      case "pairs":
        return items(step).flatMap((one) => (one.tree.kind === "unknown" ? [this.#perhaps(one)] : this.#pair(one)));
      case "containers":
        return this.#container(step) ?? this.#valueOf(step, (text) => this.#containers(step, text));
      case "value":
        return this.#valueOf(step, (text) => this.#form(step, text, text, what));
      case "text":
        return this.#container(step) ?? this.#valueOf(step, (text) => this.#form(step, text, text, what));
      case "base64":
        return this.#container(step) ?? this.#valueOf(step, (text) => this.#form(step, decoded(text), text, what));
    }
  }

  /** What is unknown as a whole may hold anything; a single value that comes from elsewhere was not spelled out here. */
  #container(step: Step): readonly FoundSecret[] | undefined {
    return step.tree.kind === "unknown" && !step.tree.hole.unset ? [this.#perhaps(step)] : undefined;
  }

  #perhaps({ tree }: Step, place = this.#place.what): FoundSecret {
    const waits = tree.kind === "unknown" ? [tree.hole] : [];
    return { secret: { place, told: "name", what: "a secret", spelledOut: "unknown", waits, at: tree.at } };
  }

  #valueOf(
    { tree }: Step,
    look: (text: string) => FoundSecret | readonly FoundSecret[] | false,
  ): readonly FoundSecret[] {
    if (isChoice(tree)) return [this.#perhaps({ tree, path: [], generated: false })];
    const text = textOf(tree);
    const value = text === undefined ? undefined : wholeText(text);
    const found = value?.known === true && look(value.value);
    if (found === undefined || found === false) return [];
    return "secret" in found ? [found] : found;
  }

  #found({ tree, path }: Step, value: string, told: SecretValue["told"], what: string, place: string): FoundSecret {
    const secret = { place, told, what, spelledOut: this.#ask(path, value), waits: [], at: tree.at };
    return { secret, value };
  }

  /** A text with a secret in it is hidden by what has the form of one. */
  #form(step: Step, text: string, written: string, place: string): readonly FoundSecret[] {
    const what = secretForm(text);
    if (what === undefined) return [];
    const { secret } = this.#found(step, written, "form", what, place);
    return [{ secret, value: written }];
  }

  #stored(step: Step, text: string): readonly FoundSecret[] {
    const { what } = this.#place;
    const form = this.#form(step, text, text, what);
    const inside = parsed(text);
    if (form.length > 0 || typeof inside !== "object" || inside === null)
      return form.length > 0 || isPlaceholder(text)
        ? form
        : [this.#found(step, text, "place", "a stored secret", what)];
    const tree = jsonTree(inside, insideText(step.tree.at));
    return this.#named({ ...step, tree }, true);
  }

  /** Each value of a map by its name. */
  #named(step: Step, isText = false): readonly FoundSecret[] {
    const { tree, path } = step;
    if (tree.kind !== "map") return [];
    return tree.keys().flatMap((key) => {
      const one = { ...step, tree: tree.get(key), path: isText ? path : [...path, key] };
      return this.#valueOf(one, (text) => this.#byName(one, key, text));
    });
  }

  #byName(step: Step, name: string, value: string): readonly FoundSecret[] {
    const place = `${this.#place.what} ${name}`;
    const form = this.#form(step, value, value, place);
    if (form.length > 0 || !isSecretName(name) || !isPlausible(value, name)) return form;
    return [this.#found(step, value, "name", "a secret", place)];
  }

  /** A block with a name and a value, unless it says that the value only names a secret. Templates write them with capitals. */
  #pair(written: Step): readonly FoundSecret[] {
    const hasCapitals = written.tree.kind === "map" && written.tree.keys().includes("Name");
    const step = hasCapitals ? { ...written, tree: respelled(written.tree, {}) } : written;
    const type = inner(step, "type");
    const text = textOf(type.tree);
    const kind = text === undefined ? undefined : wholeText(text);
    if (kind?.known === true && kind.value !== "" && kind.value !== "PLAINTEXT") return [];
    const found = this.#nameAndValue(inner(step, "name").tree, inner(step, "value"));
    const isDoubtful = kind?.known === false && !kind.hole.unset;
    return isDoubtful && found.length > 0 ? [this.#perhaps(type)] : found;
  }

  /** Under a name that is not known yet a value that could be a secret may be one. */
  #nameAndValue(name: Tree, value: Step): readonly FoundSecret[] {
    const text = textOf(name);
    const known = text === undefined ? undefined : wholeText(text);
    if (known === undefined || known.known)
      return this.#valueOf(value, (found) => this.#byName(value, known?.value ?? "value", found));
    const hidden = { ...value, tree: name };
    return this.#valueOf(value, (found) => isPlausible(found, "") && this.#perhaps(hidden));
  }

  #containers(step: Step, text: string): readonly FoundSecret[] {
    const tree = jsonTree(parsed(text), insideText(step.tree.at));
    const variables = elements(tree).flatMap((one) => elements(field(one, "environment")));
    return variables.flatMap((one) => this.#nameAndValue(field(one, "name"), { ...step, tree: field(one, "value") }));
  }
}

/** What an expression makes that nobody follows may be spelled out in it: one of the values that a condition chooses from. */
function isChoice(tree: Tree): boolean {
  return tree.kind === "unknown" && tree.hole.reason === "unsupported-expression";
}

function decoded(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

/** A document inside a text; what is none holds no names. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
