import type { Text } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";

/** Whether two trees say the same, wherever they stand. What waits for the same is the same. */
export function isSameTree(one: Tree, other: Tree): boolean {
  switch (one.kind) {
    case "absent":
      return other.kind === "absent";
    case "text":
      return other.kind === "text" && isSameText(one.text, other.text);
    case "number":
    case "boolean":
      return other.kind === one.kind && other.value === one.value;
    case "unknown":
      return other.kind === "unknown" && isSameHole(one.hole, other.hole);
    case "list":
      return other.kind === "list" && all(one.items, other.items, isSameTree);
    case "map": {
      if (other.kind !== "map") return false;
      const keys = one.keys();
      return keys.length === other.keys().length && keys.every((key) => isSameTree(one.get(key), other.get(key)));
    }
  }
}

/** Whether a tree says all that was written: a hole that is made of others, or chosen, does not tell of what. */
export function tellsAll(tree: Tree): boolean {
  switch (tree.kind) {
    case "unknown":
      return isTold(tree.hole);
    case "text":
      return tree.text.every((part) => typeof part === "string" || isTold(part));
    case "list":
      return tree.items.every(tellsAll);
    case "map":
      return tree.keys().every((key) => tellsAll(tree.get(key)));
    default:
      return true;
  }
}

/** An attribute of a resource, or something that the deployment tells. */
function isTold({ refs }: Hole): boolean {
  const [only, ...others] = refs;
  return only !== undefined && others.length === 0 && only.targets.length > 0 && only.certainty === "exact";
}

function isSameText(one: Text, other: Text): boolean {
  return all(one, other, (a, b) => (typeof a === "string" || typeof b === "string" ? a === b : isSameHole(a, b)));
}

function isSameHole(one: Hole, other: Hole): boolean {
  return (
    one.reason === other.reason &&
    one.unset === other.unset &&
    one.predicted === other.predicted &&
    all(
      one.refs,
      other.refs,
      (a, b) => a.expression === b.expression && a.attribute === b.attribute && all(a.targets, b.targets, Object.is),
    )
  );
}

function all<T>(some: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i];
      return other !== undefined && isSame(one, other);
    })
  );
}
