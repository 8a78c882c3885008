import { wholeText } from "#model/text.ts";
import type { Tree } from "#model/tree.ts";
import { type Truth, truth } from "#model/truth.ts";

/** Whether a switch is on; where nobody set it, what its provider takes it for. Templates write `true` as text, too. */
export function switchedOn(tree: Tree, otherwise: "yes" | "no" = "no"): Truth {
  if (tree.kind === "absent") return otherwise;
  if (tree.kind === "unknown") return tree.hole.unset ? otherwise : "unknown";
  if (tree.kind !== "text") return tree.kind === "boolean" && tree.value ? "yes" : "no";
  const value = wholeText(tree.text);
  return value.known ? truth(value.value.toLowerCase() === "true") : "unknown";
}
