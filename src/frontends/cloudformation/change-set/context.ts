import { jsonTree } from "#model/json-tree.ts";
import type { SourceLocation } from "#model/location.ts";
import { literalText } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import type { Hole } from "#model/value.ts";
import { waitsFor } from "../holes.ts";
import { attributeOf, refTo } from "../references.ts";
import { type Template, templateOf } from "../template.ts";
import { textTree, unknownTree } from "../texts.ts";
import { withDynamicReferences } from "../values.ts";
import { type Change, type ChangeSet, type Context, masked } from "./document.ts";
import { withMadeUpName } from "./physical.ts";

/** What stands where a value is told only by the deployment. */
const later = /\{\{changeSet:KNOWN_AFTER_APPLY\}\}/;

/** Where a change set tells no value. */
export const untold: Hole = waitsFor("the values of properties", "unresolved-reference");

/** Trees of the properties that a change set tells. */
export class Contexts {
  /** The resources of the change set, for what refers to them. */
  readonly #resources: Template;

  constructor({ changes, handedIn }: ChangeSet) {
    const resources = Object.fromEntries(changes.map(({ id, type }) => [id, { Type: type }]));
    this.#resources = templateOf({ Resources: resources }, handedIn);
  }

  /** What stands `before` or `after` a change. What is made anew gets another name. */
  tree(side: "before" | "after", change: Change): Tree {
    const context = change[side];
    if (context === undefined) return unknownTree(untold, change.at);
    const tree = this.#properties(context, change);
    return side === "after" && change.action === "replace" ? tree : withMadeUpName(tree, change);
  }

  #properties({ properties, at }: Context, { details }: Change): Tree {
    const causes = new Map(
      details.flatMap(({ path, cause }) => (path === undefined || cause === undefined ? [] : [[path, cause] as const])),
    );
    const start = at.pointer.length - "/Properties".length;
    return marked(jsonTree(properties, at), (text, place) =>
      this.#text(text, place, causes.get(place.pointer.slice(start))),
    );
  }

  #text(text: string, at: SourceLocation, cause: string | undefined): Tree {
    if (text === masked) return unknownTree(waitsFor("a parameter that is not echoed", "sensitive"), at);
    if (!text.includes("{{")) return { kind: "text", text: literalText(text), at };
    const pieces = text
      .split(later)
      .flatMap((part, i) => [...(i === 0 ? [] : [this.#holeOf(cause)]), ...withDynamicReferences(part)]);
    return textTree(pieces, at);
  }

  #holeOf(cause: string | undefined): Hole {
    if (cause === undefined) return waitsFor("known after apply", "computed-at-apply");
    const dot = cause.indexOf(".");
    return dot < 0
      ? (refTo(this.#resources, cause) ?? waitsFor(cause))
      : attributeOf(this.#resources, cause.slice(0, dot), cause.slice(dot + 1));
  }
}

/** A tree of known values with others in the place of texts. */
function marked(tree: Tree, leafOf: (text: string, at: SourceLocation) => Tree): Tree {
  const { at } = tree;
  switch (tree.kind) {
    case "text":
      return tree.text.every((part) => typeof part === "string") ? leafOf(tree.text.join(""), at) : tree;
    case "list":
      return { kind: "list", at, items: tree.items.map((item) => marked(item, leafOf)) };
    case "map": {
      const members = new Map(tree.keys().map((key) => [key, marked(tree.get(key), leafOf)]));
      return { kind: "map", at, keys: () => [...members.keys()], get: (key) => members.get(key) ?? tree.get(key) };
    }
    default:
      return tree;
  }
}
