import { waitsFor } from "../holes.ts";
import { unknownTree } from "../texts.ts";
import type { Evaluate } from "./function.ts";

/** How many items a list has. One that is not known may be none, or several. */
export const length: Evaluate = (argument, { at, below, values }) => {
  const list = values.tree(argument, below);
  const isKnown = list.kind === "list" && list.items.every(({ kind }) => kind !== "unknown");
  return isKnown ? { kind: "number", value: list.items.length, at } : unknownTree(waitsFor("Fn::Length"), at);
};

/** Zones of a region, and blocks of addresses: the deployment tells them, and nobody's access depends on them. */
export function madeThere(name: string): Evaluate {
  return (_argument, { at }) => unknownTree(waitsFor(name, "computed-at-apply"), at);
}
