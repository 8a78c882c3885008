import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { callIn } from "../calls.ts";
import { listed } from "./language.ts";
import type { Json } from "./parts.ts";

/**
 * The properties of a resource with those that Globals give to all of its type: maps are merged, lists put together, and of all else the nearer counts.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(root: unknown, type: string, resource: Json): Json {
  const properties = isRecord(resource.Properties) ? resource.Properties : {};
  const globals = recordAt(root, "Globals", type.replace("AWS::Serverless::", ""));
  if (globals === undefined) return properties;
  const { IgnoreGlobals: ignored } = resource;
  if (ignored === "*") return properties;
  const names: readonly unknown[] = Array.isArray(ignored) ? ignored : [];
  const taken = Object.fromEntries(Object.entries(globals).filter(([name]) => !names.includes(name)));
  return mergedMaps(taken, properties);
}

function merged(far: unknown, near: unknown): unknown {
  if (Array.isArray(far) && Array.isArray(near)) return listed(far).concat(listed(near));
  return isMap(far) && isMap(near) ? mergedMaps(far, near) : near;
}

function mergedMaps(far: Json, near: Json): Json {
  const keys = [...new Set([...Object.keys(far), ...Object.keys(near)])];
  return Object.fromEntries(
    keys.map((key) => {
      if (!Object.hasOwn(near, key)) return [key, far[key]];
      return [key, Object.hasOwn(far, key) ? merged(far[key], near[key]) : near[key]];
    }),
  );
}

/** What is worked out later is no map. */
function isMap(value: unknown): value is Json {
  return isRecord(value) && callIn(value) === undefined;
}
