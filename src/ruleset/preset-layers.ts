import { type Layer, presetLayer } from "./layer.ts";
import { presets } from "./presets.generated.ts";

/** A preset after everything that it extends; undefined when there is none of that name. */
export function presetLayers(name: string): readonly Layer[] | undefined {
  const content = presets.get(name);
  if (content === undefined) return undefined;
  return [...(content.extends ?? []).flatMap((one) => presetLayers(one) ?? []), presetLayer(name, content)];
}
