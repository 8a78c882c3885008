import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import { literalText } from "#model/text.ts";
import { absent, type ListTree, type MapTree, type Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

export type Path = readonly (string | number)[];

/** Makes the hole for what is unknown at a path inside a resource. */
export type HoleAt = (path: Path) => Hole;

/**
 * The values of a resource as a tree: the raw subtree with its mask of unknowns, wrapped as it is read. The mask has `true` where something is unknown; an
 * unknown key of an object is only in the mask.
 */
export function view(raw: unknown, mask: unknown, at: SourceLocation, holeAt: HoleAt, path: Path = []): Tree {
  if (mask === true) return { kind: "unknown", hole: holeAt(path), at };
  if (typeof raw === "string") return { kind: "text", text: literalText(raw), at };
  if (typeof raw === "number") return { kind: "number", value: raw, at };
  if (typeof raw === "boolean") return { kind: "boolean", value: raw, at };
  if (Array.isArray(raw)) return new ListView(raw, mask, at, holeAt, path);
  if (isRecord(raw)) return new MapView(raw, mask, at, holeAt, path);
  return isRecord(mask) && Object.keys(mask).length > 0 ? new MapView({}, mask, at, holeAt, path) : absent(at);
}

class ListView implements ListTree {
  readonly kind = "list";
  readonly at: SourceLocation;
  readonly #raw: readonly unknown[];
  readonly #mask: unknown;
  readonly #holeAt: HoleAt;
  readonly #path: Path;
  #items: readonly Tree[] | undefined;

  constructor(raw: readonly unknown[], mask: unknown, at: SourceLocation, holeAt: HoleAt, path: Path) {
    this.#raw = raw;
    this.#mask = mask;
    this.at = at;
    this.#holeAt = holeAt;
    this.#path = path;
  }

  get items(): readonly Tree[] {
    const mask: readonly unknown[] = Array.isArray(this.#mask) ? this.#mask : [];
    this.#items ??= this.#raw.map((item, i) => view(item, mask[i], inside(this.at, i), this.#holeAt, [...this.#path, i]));
    return this.#items;
  }
}

class MapView implements MapTree {
  readonly kind = "map";
  readonly at: SourceLocation;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #mask: Readonly<Record<string, unknown>>;
  readonly #holeAt: HoleAt;
  readonly #path: Path;

  constructor(raw: Readonly<Record<string, unknown>>, mask: unknown, at: SourceLocation, holeAt: HoleAt, path: Path) {
    this.#raw = raw;
    this.#mask = isRecord(mask) ? mask : {};
    this.at = at;
    this.#holeAt = holeAt;
    this.#path = path;
  }

  keys(): readonly string[] {
    return [...new Set([...Object.keys(this.#raw), ...Object.keys(this.#mask)])];
  }

  get(key: string): Tree {
    return view(own(this.#raw, key), own(this.#mask, key), inside(this.at, key), this.#holeAt, [...this.#path, key]);
  }
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
