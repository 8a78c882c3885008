import type { ResourceChange } from "#model/plan.ts";
import type { Json } from "../json/shape.ts";

/**
 * Tells whether a string stands in the source. The configuration of a stack does, in `Pulumi.<stack>.yaml`, and secrets
 * in it are not told in plain text. What else is known a program may have spelled out, or looked up: no document tells.
 */
export function spelledOutIn(config: Json | undefined): NonNullable<ResourceChange["spelledOut"]> {
  const texts = Object.values(config ?? {}).filter((one) => typeof one === "string");
  return (_path, value) => (texts.some((one) => one.includes(value)) ? "yes" : "unknown");
}
