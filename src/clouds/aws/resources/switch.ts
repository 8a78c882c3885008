import type { Tree } from "#model/tree.ts";
import type { Truth } from "#model/truth.ts";

/** Whether a switch is on; where nobody set it, what its provider takes it for. */
export function switchedOn(tree: Tree, otherwise: "yes" | "no" = "no"): Truth {
  if (tree.kind === "absent") return otherwise;
  if (tree.kind === "unknown") return tree.hole.unset ? otherwise : "unknown";
  return tree.kind === "boolean" && tree.value ? "yes" : "no";
}
