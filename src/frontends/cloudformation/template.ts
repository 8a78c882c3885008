import { recordAt, textAt } from "../json/shape.ts";
import type { HandedIn } from "./parameter-file.ts";

/** A part of a document: an object of which nothing is certain. */
type Json = Readonly<Record<string, unknown>>;

/** The parts of a template that say something about its resources. */
export interface Template {
  readonly root: unknown;
  readonly parameters: Json;
  readonly mappings: Json;
  readonly conditions: Json;
  readonly resources: Json;
  /** What is handed in for the parameters. */
  readonly handedIn: HandedIn;
  /** Where resources stand that a loop makes: the steps from the resources of the template. */
  readonly places: ReadonlyMap<string, readonly (string | number)[]>;
}

/** The steps to a resource from the beginning of the template. */
export function stepsTo(id: string, { places }: Template): readonly (string | number)[] {
  return ["Resources", ...(places.get(id) ?? [id])];
}

export function templateOf(root: unknown, handedIn: HandedIn): Template {
  const part = (name: string): Json => recordAt(root, name) ?? {};
  return {
    root,
    parameters: part("Parameters"),
    mappings: part("Mappings"),
    conditions: part("Conditions"),
    resources: part("Resources"),
    handedIn,
    places: new Map(),
  };
}

/** The type of a resource; undefined where no resource of that name is in the template. */
export function typeOf({ resources }: Template, id: string): string | undefined {
  return textAt(resources, id, "Type");
}
