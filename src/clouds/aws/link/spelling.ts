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
  const written = (key: string) => spelling[`${block}${key}`] ?? camelCase(key);
  const names = new Map(
    Object.entries(spelling)
      .filter(([path]) => path.startsWith(block) && !path.slice(block.length).includes("."))
      .map(([path, name]) => [name, path.slice(block.length)]),
  );
  return {
    kind: "map",
    at: tree.at,
    keys: () => tree.keys().map((key) => names.get(key) ?? snakeCase(key)),
    get: (key) => {
      const inner = `${block}${key}.`;
      const value = tree.get(written(key));
      return Object.keys(spelling).some((path) => path.startsWith(inner)) ? respelled(value, spelling, inner) : value;
    },
  };
}

function camelCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}
