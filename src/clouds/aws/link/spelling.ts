import { changed } from "#model/choice.ts";
import type { MapTree, Tree } from "#model/tree.ts";

/**
 * CloudFormation's names of a type's properties, by Terraform's: `name: "RoleName"`. Parts of a block are named with it, `inline_policy.name`.
 * What is not listed is the same name in camel case: `permissions_boundary`, PermissionsBoundary.
 */
export type Spelling = Readonly<Record<string, string>>;

/** The properties of a CloudFormation resource under Terraform's names. Where they stand remains, and what is inside of a document is left alone. */
export function respelled(tree: Tree, spelling: Spelling, block = ""): Tree {
  if (tree.kind === "list") return { ...tree, items: tree.items.map((item) => respelled(item, spelling, block)) };
  if (tree.kind === "unknown") return changed(tree, (one) => respelled(one, spelling, block));
  return tree.kind === "map" ? respelledMap(tree, spelling, block) : tree;
}

function respelledMap(tree: MapTree, spelling: Spelling, block: string): MapTree {
  const words = wordsOf(spelling, block);
  return {
    kind: "map",
    at: tree.at,
    keys: () => tree.keys().map((key) => words.ours(key)),
    get: (key) => {
      const value = tree.get(words.written(key));
      return words.isBlock(key) ? respelled(value, spelling, `${block}${key}.`) : value;
    },
  };
}

/** The names in a block of a type: every resource of the type asks for the same few. */
class Words {
  readonly #spelling: Spelling;
  readonly #block: string;
  readonly #ours: Map<string, string>;
  readonly #written = new Map<string, string>();
  readonly #blocks: ReadonlySet<string>;

  constructor(spelling: Spelling, block: string) {
    const inside = Object.entries(spelling).filter(([path]) => path.startsWith(block));
    const steps = inside.map(([path, name]) => [path.slice(block.length), name] as const);
    this.#spelling = spelling;
    this.#block = block;
    this.#ours = new Map(steps.filter(([path]) => !path.includes(".")).map(([path, name]) => [name, path]));
    this.#blocks = new Set(steps.flatMap(([path]) => blocksOf(path)));
  }

  ours(key: string): string {
    return remembered(this.#ours, key, () => snakeCase(key));
  }

  written(key: string): string {
    return remembered(this.#written, key, () => this.#spelling[`${this.#block}${key}`] ?? camelCase(key));
  }

  /** Whether parts of what stands under a key have names of their own. */
  isBlock(key: string): boolean {
    return this.#blocks.has(key);
  }
}

/** `a` and `a.b` of `a.b.c`. */
function blocksOf(path: string): readonly string[] {
  const steps = path.split(".");
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join("."));
}

const known = new WeakMap<Spelling, Map<string, Words>>();

function wordsOf(spelling: Spelling, block: string): Words {
  const ofType = known.get(spelling) ?? new Map<string, Words>();
  known.set(spelling, ofType);
  return remembered(ofType, block, () => new Words(spelling, block));
}

/** Keys are names of properties, of which a document may have any number: so many are kept, and no more. */
const most = 1_000;

function remembered<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (all.size < most) all.set(key, made);
  return made;
}

function camelCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}
