import { readFileSync } from "node:fs";
import { isRecord } from "#model/json-tree.ts";

export type Values = Readonly<Record<string, unknown>>;

/** The value of an attribute that is known only after apply, and what it comes from: `aws_efs_file_system.fs.id`. */
export class Hidden {
  readonly from: string | undefined;

  constructor(from?: string) {
    this.from = from;
  }
}

export const hidden = new Hidden();

export function from(attribute: string): Hidden {
  return new Hidden(attribute);
}

/** `string required`; or a block, how it nests, and what is in it where the schema was followed so far. */
type Part = string | { readonly nesting: string; readonly flags: string; readonly inside?: Shape };
interface Shape {
  readonly [name: string]: Part;
}

const shapes = JSON.parse(readFileSync(new URL("shapes.generated.json", import.meta.url), "utf8")) as Shape;

/**
 * A resource as a plan creates it: what is given, and of everything else in the provider's schema null, nothing, or known after apply. Throws when the
 * schema has no such attribute, or wants it otherwise.
 */
export function created(type: string, values: Values): { readonly after: Values; readonly after_unknown: Values } {
  const shape = shapes[type] as unknown as Shape | undefined;
  if (shape === undefined) throw new Error(`${type} is not in shapes.generated.json`);
  return { after: completed(type, values, shape), after_unknown: unknowns(values, shape) };
}

function completed(path: string, values: Values, shape: Shape): Values {
  for (const name of Object.keys(values))
    if (shape[name] === undefined) throw new Error(`the schema has no ${path}.${name}`);
  const entries = Object.entries(shape).flatMap(([name, part]): [string, unknown][] => {
    const value = values[name];
    if (value instanceof Hidden) return [];
    if (value === undefined) return flagsOf(part).includes("computed") ? [] : [[name, empty(part)]];
    return [[name, fitted(`${path}.${name}`, value, part)]];
  });
  return Object.fromEntries(entries);
}

function fitted(path: string, value: unknown, part: Part): unknown {
  if (typeof part === "string") {
    if (kindOf(value) !== part.split(" ")[0]?.replace("set", "list")) throw new Error(`${path} is no ${part}`);
    return value;
  }
  const inside = part.inside;
  if (part.nesting === "struct" && isRecord(value))
    return inside === undefined ? value : completed(path, value, inside);
  if (!Array.isArray(value)) throw new Error(`${path} is a list of blocks`);
  return value.map((block) => (inside === undefined ? block : completed(path, block as Values, inside)));
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return isRecord(value) ? "map" : typeof value;
}

function empty(part: Part): unknown {
  return typeof part === "string" || part.nesting === "struct" ? null : [];
}

function flagsOf(part: Part): string {
  return typeof part === "string" ? part : part.flags;
}

function unknowns(values: Values, shape: Shape): Values {
  const entries = Object.entries(shape).flatMap(([name, part]): [string, unknown][] => {
    const value = values[name];
    if (value instanceof Hidden || (value === undefined && flagsOf(part).includes("computed"))) return [[name, true]];
    const inside = typeof part === "string" ? undefined : part.inside;
    if (inside === undefined || !Array.isArray(value)) return [];
    return [[name, value.map((block) => unknowns(block as Values, inside))]];
  });
  return Object.fromEntries(entries);
}
