import { inside, type SourceLocation } from "#model/location.ts";
import { literalText } from "#model/text.ts";
import { absent, type MapTree, type Tree } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { type Json, listAt, recordAt, textAt } from "../json/shape.ts";
import { inputsAt, type State } from "./document.ts";
import { isUnknown, unknownString } from "./special.ts";
import { type Context, treeOf } from "./view.ts";
import { isInternal, type Words } from "./words.ts";

/** Values of a resource that a state holds in one place. */
interface Layer {
  readonly values: Json;
  readonly at: SourceLocation;
  readonly context: Context;
}

/** What the values of a resource are read from. */
export interface Sources {
  /** Where the resource is told. */
  readonly at: SourceLocation;
  /** Its logical names, now and before a renaming: names that the provider makes up begin with one of them. */
  readonly names: readonly string[];
  /** The properties that hold what it goes by, where only its id is told. */
  readonly idIs: string | undefined;
  readonly words: Words;
  readonly twice: ReadonlySet<string>;
  /** The state, whose inputs count most. */
  readonly state: State;
  /** Outputs that hold, of this state or of an earlier one; and the inputs that those were made of. */
  readonly outputs: State | undefined;
}

/**
 * The values of a resource at one moment: what the program set, and what the provider told of all else. What it told as
 * not known yet says nothing more than that it will choose.
 */
export function resourceView(sources: Sources): Tree {
  const { state, outputs } = sources;
  const own = layerOf(state, "inputs", sources);
  const told = outputs === undefined ? undefined : layerOf(outputs, "outputs", sources);
  const earlier = outputs === undefined || outputs === state ? {} : recordAt(outputs.value, "inputs");
  const layers = [
    own,
    told === undefined ? undefined : { ...told, values: onlyOutputs(told.values, own, earlier ?? {}) },
  ];
  return new ResourceMap(
    sources,
    layers.filter((one) => one !== undefined),
    idOf(outputs ?? state),
  );
}

function layerOf(state: State, key: "inputs" | "outputs", { at, twice }: Sources): Layer | undefined {
  const values = recordAt(state.value, key);
  if (values === undefined) return undefined;
  return {
    values,
    at: { ...at, pointer: key === "inputs" ? inputsAt(state) : `${state.pointer}/${key}` },
    context: { state, twice },
  };
}

/** What the program set once and no longer sets is not kept. */
function onlyOutputs(values: Json, own: Layer | undefined, earlier: Json): Json {
  const kept = Object.entries(values).filter(
    ([key, value]) => own?.values[key] === undefined && earlier[key] === undefined && !isUnknown(value),
  );
  return Object.fromEntries(kept);
}

function idOf(state: State): string | undefined {
  const id = textAt(state.value, "id");
  return id === undefined || id === "" || id === unknownString ? undefined : id;
}

class ResourceMap implements MapTree {
  readonly kind = "map";
  readonly at: SourceLocation;
  readonly #sources: Sources;
  readonly #layers: readonly Layer[];
  readonly #id: string | undefined;
  readonly #trees = new Map<string, Tree>();

  constructor(sources: Sources, layers: readonly Layer[], id: string | undefined) {
    const { at, state } = sources;
    this.at = { ...at, pointer: inputsAt(state) };
    this.#sources = sources;
    this.#layers = layers;
    this.#id = id;
  }

  keys(): readonly string[] {
    const { words } = this.#sources;
    const keys = this.#layers.flatMap(({ values }) => Object.keys(values).filter((key) => !isInternal(key)));
    return [...new Set([...keys.map((key) => words.ours(key)), ...(this.#id === undefined ? [] : ["id"])])];
  }

  get(name: string): Tree {
    const tree = this.#trees.get(name) ?? this.#read(name);
    this.#trees.set(name, tree);
    return tree;
  }

  #read(name: string): Tree {
    const { words } = this.#sources;
    for (const layer of this.#layers) {
      const key = words.written(layer.values, name);
      if (key !== undefined && !isInternal(key)) return this.#below(layer, key);
    }
    const at = inside(this.at, name);
    if (this.#id !== undefined && this.#isId(name)) return { kind: "text", text: literalText(this.#id), at };
    return told.has(name) && this.#isByIdAlone()
      ? { kind: "unknown", hole: hole("computed-at-apply"), at }
      : absent(at);
  }

  /** Whether this is only looked up, and nobody tells what was found. */
  #isByIdAlone(): boolean {
    const { state, outputs } = this.#sources;
    return state.value.external === true && recordAt((outputs ?? state).value, "outputs") === undefined;
  }

  /** Of what is only looked up, a preview tells the id alone: the ARN, or the name that it goes by. */
  #isId(name: string): boolean {
    const { state, idIs } = this.#sources;
    if (name === "id") return true;
    if (state.value.external !== true) return false;
    return this.#id?.startsWith("arn:") === true ? name === "arn" : name === idIs;
  }

  #below({ values, at, context }: Layer, key: string): Tree {
    const { words } = this.#sources;
    const value = values[key];
    const place = { at: inside(at, key), words: words.inside(key, value), property: key, context };
    const made = this.#madeUp(values, key, value);
    return made === undefined ? treeOf(value, place) : { kind: "unknown", hole: made, at: place.at };
  }

  /** A name that nobody gave: the provider makes one up of the logical name, in each preview another one. */
  #madeUp(values: Json, key: string, value: unknown): Hole | undefined {
    const name = this.#sources.names.find((one) => typeof value === "string" && isMadeOf(value, one));
    if (name === undefined || !listAt(values, "__defaults").includes(key)) return undefined;
    const refs = [{ expression: name, targets: [], certainty: "known" as const }];
    return { reason: "computed-at-apply", refs, unset: true, predicted: String(value) };
  }
}

/** What a resource has, or may have, also where a program only looks it up: whom it trusts, and what its tags say. */
const told: ReadonlySet<string> = new Set([
  ...["assume_role_policy", "tags", "tags_all"],
  ...["AssumeRolePolicyDocument", "Tags"],
]);

function isMadeOf(value: string, name: string): boolean {
  return value.length > name.length && value.startsWith(name);
}
