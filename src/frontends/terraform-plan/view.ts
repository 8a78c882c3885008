import { isRecord } from "#model/json-tree.ts";
import { absentLeaf, textLeaf } from "#model/leaf.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { literalText } from "#model/text.ts";
import { absent, type ListTree, type MapTree, type Tree } from "#model/tree.ts";
import { type Hole, hole } from "#model/value.ts";
import { masksAnything, own, takenOut } from "./masks.ts";

export type Path = readonly (string | number)[];

/** Makes the hole for what is unknown at a path inside a resource. */
export type HoleAt = (path: Path) => Hole;

/** What a resource's view needs to know beside its values. */
export interface ViewOptions {
  readonly holeAt: HoleAt;
  /** Pointers of values whose key stands twice: which one counts is not certain. */
  readonly twice: ReadonlySet<string>;
}

/** A place inside a resource. */
interface Place {
  readonly at: SourceLocation;
  /** Where it is inside of; none for the resource itself. */
  readonly around: Place | undefined;
  readonly step: string | number;
  readonly options: ViewOptions;
}

/**
 * The values of a resource as a tree: the raw subtree with its mask of unknowns, wrapped as it is read. The mask has
 * `true` where something is unknown; an unknown key of an object is only in the mask. Nothing is hidden: sensitive
 * values are needed to judge, and are kept out of the output by their value.
 */
export function view(raw: unknown, mask: unknown, at: SourceLocation, options: ViewOptions): Tree {
  return treeOf(raw, mask, { at, around: undefined, step: "", options });
}

function treeOf(raw: unknown, mask: unknown, place: Place): Tree {
  const { at, options } = place;
  if (options.twice.size > 0 && options.twice.has(at.pointer))
    return { kind: "unknown", hole: hole("ambiguous-text"), at };
  if (mask === true) return { kind: "unknown", hole: options.holeAt(pathTo(place)), at };
  if (mask === takenOut) return { kind: "unknown", hole: hole("sensitive"), at };
  if (typeof raw === "string") return { kind: "text", text: literalText(raw), at };
  if (typeof raw === "number")
    return isExact(raw) ? { kind: "number", value: raw, at } : { kind: "unknown", hole: hole("ambiguous-text"), at };
  if (typeof raw === "boolean") return { kind: "boolean", value: raw, at };
  if (Array.isArray(raw)) return new ListView(raw, mask, place);
  if (isRecord(raw)) return new MapView(raw, mask, place);
  if (!masksAnything(mask)) return absent(at);
  return Array.isArray(mask) ? new ListView([], mask, place) : new MapView({}, mask, place);
}

/** Numbers that JSON can spell and JavaScript cannot hold are read as other ones. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

/** Short texts are made anew more quickly than they are kept; what is made of a longer one is kept with its tree. */
function isWorthKeeping({ kind }: Tree, raw: unknown): boolean {
  return kind === "list" || kind === "map" || kind === "unknown" || (typeof raw === "string" && raw.length > 64);
}

/** What stands under a key or at an index. Most of it is known text, or not there. */
function below(raw: unknown, mask: unknown, place: Place, key: string | number): Tree {
  if (place.options.twice.size === 0 && (mask === undefined || mask === false)) {
    if (typeof raw === "string") return textLeaf(raw, place.at, key);
    if (raw === undefined || raw === null) return absentLeaf(place.at, key);
  }
  return treeOf(raw, mask, { at: inside(place.at, key), around: place, step: key, options: place.options });
}

function pathTo(place: Place): Path {
  return place.around === undefined ? [] : [...pathTo(place.around), place.step];
}

class ListView implements ListTree {
  readonly kind = "list";
  readonly at: SourceLocation;
  readonly #raw: readonly unknown[];
  readonly #mask: readonly unknown[];
  readonly #place: Place;
  #items: readonly Tree[] | undefined;

  constructor(raw: readonly unknown[], mask: unknown, place: Place) {
    this.#raw = raw;
    this.#mask = Array.isArray(mask) ? mask : [];
    this.#place = place;
    this.at = place.at;
  }

  get items(): readonly Tree[] {
    const length = Math.max(this.#raw.length, this.#mask.length);
    this.#items ??= Array.from({ length }, (_, i) => below(this.#raw[i], this.#mask[i], this.#place, i));
    return this.#items;
  }
}

class MapView implements MapTree {
  readonly kind = "map";
  readonly at: SourceLocation;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #mask: Readonly<Record<string, unknown>>;
  readonly #place: Place;
  #values: Map<string, Tree> | undefined;

  constructor(raw: Readonly<Record<string, unknown>>, mask: unknown, place: Place) {
    this.#raw = raw;
    this.#mask = isRecord(mask) ? mask : {};
    this.#place = place;
    this.at = place.at;
  }

  keys(): readonly string[] {
    return [...new Set([...Object.keys(this.#raw), ...Object.keys(this.#mask)])];
  }

  get(key: string): Tree {
    const known = this.#values?.get(key);
    if (known !== undefined) return known;
    const raw = own(this.#raw, key);
    const tree = below(raw, own(this.#mask, key), this.#place, key);
    if (!isWorthKeeping(tree, raw)) return tree;
    this.#values ??= new Map();
    this.#values.set(key, tree);
    return tree;
  }
}
