import type { Ruleset } from "#model/ruleset.ts";
import { merge } from "./merge.ts";
import { presetLayers } from "./preset-layers.ts";

/** The ruleset when the user has none: the preset `recommended`. It needs neither the YAML nor the schema library. */
export function defaultRuleset(): Ruleset {
  const layers = presetLayers("recommended");
  if (layers === undefined) throw new Error("the preset recommended is missing");
  return merge(layers, []).ruleset;
}
