import { absent, type MapTree, type Tree } from "#model/tree.ts";
import { isSameTree } from "../same.ts";
import { unknownTree } from "../texts.ts";
import { type Contexts, untold } from "./context.ts";
import type { Change } from "./document.ts";

/**
 * A resource of a template as it was before a change set. What stays the same is what the template says: its references tell more than names that were worked
 * out.
 */
export function treeBefore(change: Change, template: Tree, contexts: Contexts): Tree {
  if (change.action === "create") return absent(change.at);
  if (change.before === undefined) return withUntold(template, change);
  const before = contexts.tree("before", change);
  return change.after === undefined ? before : restored(template, before, contexts.tree("after", change));
}

function restored(template: Tree, before: Tree, after: Tree): Tree {
  if (before.kind !== "absent" && isSameTree(before, after)) return template;
  if (template.kind === "map" && before.kind === "map" && after.kind === "map")
    return mapOf(before, (key) => restored(template.get(key), before.get(key), after.get(key)));
  if (template.kind !== "list" || before.kind !== "list" || after.kind !== "list") return before;
  if (template.items.length !== before.items.length || before.items.length !== after.items.length) return before;
  const items = before.items.map((item, i) => {
    const [written, now] = [template.items[i], after.items[i]];
    return written === undefined || now === undefined ? item : restored(written, item, now);
  });
  return { ...before, items };
}

/** Without values it is told which properties change, and nothing else. */
function withUntold(template: Tree, { details, at }: Change): Tree {
  const names = new Set(details.flatMap(({ property }) => property ?? []));
  if (names.size === 0 || template.kind !== "map") return unknownTree(untold, at);
  const keys = [...new Set([...template.keys(), ...names])];
  return mapOf({ ...template, keys: () => keys }, (key) =>
    names.has(key) ? unknownTree(untold, at) : template.get(key),
  );
}

function mapOf({ at, ...map }: MapTree, of: (key: string) => Tree): MapTree {
  const members = new Map(map.keys().map((key) => [key, of(key)]));
  return { kind: "map", at, keys: () => [...members.keys()], get: (key) => members.get(key) ?? of(key) };
}
