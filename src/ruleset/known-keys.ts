import type { z } from "zod";
import type { Path } from "./layer.ts";

type AnySchema = z.core.$ZodType;

/** The keys that a schema knows at a path; none where anything goes. */
export function knownKeys(schema: AnySchema, path: Path): readonly string[] {
  const [step, ...rest] = path;
  const inner = unwrapped(schema);
  if (step === undefined) return inner.flatMap((one) => (one.def.type === "object" ? Object.keys(one.def.shape) : []));
  return inner.flatMap((one) => under(one, step).flatMap((child) => knownKeys(child, rest)));
}

type Def = { readonly def: z.core.$ZodTypes["_zod"]["def"] };

/** What a schema is once optionals and the like are taken off; a union is all of its members. */
function unwrapped(schema: AnySchema): readonly Def[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional" || def.type === "nullable" || def.type === "default" || def.type === "prefault")
    return unwrapped(def.innerType);
  if (def.type === "union") return def.options.flatMap(unwrapped);
  if (def.type === "lazy") return unwrapped(def.getter());
  return [{ def }];
}

function under({ def }: Def, step: PropertyKey): readonly AnySchema[] {
  if (def.type === "record") return [def.valueType];
  if (def.type === "array") return [def.element];
  if (def.type !== "object" || !Object.hasOwn(def.shape, step)) return [];
  const child = def.shape[String(step)];
  return child === undefined ? [] : [child];
}
