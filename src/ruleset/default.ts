import type { Ruleset } from "#model/ruleset.ts";
import { presetLayer } from "./layer.ts";
import { merge } from "./merge.ts";
import { presets } from "./presets.generated.ts";

/** The ruleset when the user has none: the preset `recommended`. It needs neither the YAML nor the schema library. */
export function defaultRuleset(): Ruleset {
  const recommended = presets.get("recommended");
  if (recommended === undefined) throw new Error("the preset recommended is missing");
  return merge([presetLayer("recommended", recommended)], []).ruleset;
}
