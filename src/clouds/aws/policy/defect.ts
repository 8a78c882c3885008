import type { Defect } from "#model/defect.ts";
import type { PolicyKind } from "#model/policy.ts";
import { wholeText } from "#model/text.ts";
import { type Tree, textOf } from "#model/tree.ts";

/** What a document is for, as far as the grammar of policies tells it apart. */
export type Purpose = PolicyKind | "trust";

/** A defect and where it stands; `what` names it in a fingerprint. */
export function defect(what: string, message: string, { at }: Tree): Defect {
  return { what, message, at };
}

/** Whether an element is certainly there. One of which nothing is known may turn out to be left out: a data source writes no empty lists. */
export function isThere(tree: Tree): boolean {
  if (tree.kind === "absent" || tree.kind === "unknown") return false;
  if (tree.kind === "list") return tree.items.length === 0 || tree.items.some((one) => one.kind !== "unknown");
  return tree.kind !== "map" || tree.keys().some((key) => isThere(tree.get(key)));
}

/** The text of a leaf that is wholly known. */
export function knownTextOf(tree: Tree): string | undefined {
  const text = textOf(tree);
  const value = text === undefined ? undefined : wholeText(text);
  return value?.known === true ? value.value : undefined;
}
