import { inside, type SourceLocation } from "#model/location.ts";
import type { Text } from "#model/text.ts";
import { recordAt, textAt } from "../json/shape.ts";
import type { HandedIn } from "./parameter-file.ts";

/** A part of a document: an object of which nothing is certain. */
type Json = Readonly<Record<string, unknown>>;

/** What a parameter holds: a text, or several where its type is a list that is known. */
export type ParameterValue = { readonly text: Text } | { readonly list: readonly Text[] };

/** The parts of a template that say something about its resources. */
export interface Template {
  readonly root: unknown;
  readonly parameters: Json;
  readonly mappings: Json;
  readonly conditions: Json;
  readonly resources: Json;
  /** What is handed in for the parameters. */
  readonly handedIn: HandedIn;
  /** What stands before the names of its resources in a plan of several stacks: `Prod/Roles/`. */
  readonly prefix: string;
  /** What the template above it passes for a parameter; set for a nested one. */
  readonly passed?: (name: string) => ParameterValue | undefined;
  /** Where resources stand that a loop or a macro makes: the steps from the resources of the template. */
  readonly places: ReadonlyMap<string, readonly (string | number)[]>;
  /** Where parts stand of which a macro makes others: the steps from the beginning of the template. */
  readonly origins?: { get(part: object): readonly (string | number)[] | undefined };
  /** Resources that a macro makes, by what the author may call them: `Worker.Alias`. */
  readonly called?: ReadonlyMap<string, string>;
  /** What a macro makes resources of, and was not understood. */
  readonly notExpanded?: readonly { readonly what: string; readonly steps: readonly (string | number)[] }[];
}

/** The steps to a resource from the beginning of the template. */
export function stepsTo(id: string, { places }: Template): readonly (string | number)[] {
  return ["Resources", ...(places.get(id) ?? [id])];
}

/** Where a part stands: where the author wrote what a macro moved. */
export function placeOf(part: unknown, here: SourceLocation, { origins }: Template): SourceLocation {
  const steps = origins === undefined || typeof part !== "object" || part === null ? undefined : origins.get(part);
  return steps === undefined ? here : inside({ ...here, pointer: "" }, ...steps);
}

export function templateOf(root: unknown, handedIn: HandedIn, prefix = ""): Template {
  const part = (name: string): Json => recordAt(root, name) ?? {};
  return {
    root,
    parameters: part("Parameters"),
    mappings: part("Mappings"),
    conditions: part("Conditions"),
    resources: part("Resources"),
    handedIn,
    prefix,
    places: new Map(),
  };
}

/** The type of a resource; undefined where no resource of that name is in the template. */
export function typeOf({ resources }: Template, id: string): string | undefined {
  return textAt(resources, id, "Type");
}
