import type { Origin } from "#model/location.ts";
import { at, listAt } from "../json/shape.ts";
import type { State } from "./document.ts";

/**
 * A place in the program, relative to its project: `project:///index.ts#13,16`. What lies outside of the project, or in
 * a package that it uses, is nobody's own; programs in YAML have places in the engine's sources.
 */
const place = /^project:\/\/\/((?!(?:.*\/)?(?:\.\.|node_modules)\/)[^#]+)#(\d+)(?:,(\d+))?$/;

export function isOwnPlace(position: unknown): boolean {
  return typeof position === "string" && place.test(position);
}

/**
 * What of a program made a resource: the innermost line of the author's own, and its components with its own name.
 * Undefined where the document tells no place, or only those of an engine that reads programs in YAML.
 */
export function originOf({ value }: State, name: string, components: string): Origin | undefined {
  const frames = listAt(value, "stackTrace").map((frame) => at(frame, "sourcePosition"));
  const positions = [value.sourcePosition, ...frames].filter((one) => typeof one === "string");
  const construct = components === "" ? name : `${components}/${name}`;
  const [, file, line, column] = place.exec(positions.find(isOwnPlace) ?? "") ?? [];
  if (file === undefined) return positions.some(isInPackage) ? { construct, madeBy: "library" } : undefined;
  const where = { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
  return { construct, madeBy: "program", ...where };
}

function isInPackage(position: string): boolean {
  return position.includes("/node_modules/");
}
