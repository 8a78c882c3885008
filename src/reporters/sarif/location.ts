import type { SourceLocation } from "#model/location.ts";
import { isInside, type Uris } from "./uri.ts";

/**
 * A place in a document; where a program made the document and lies in the working folder, the line of the program, which is what people change. Where no line
 * is known it is the first one: code scanning refuses a result without any.
 */
export function locationOf(at: SourceLocation, uris: Uris) {
  const { document, line = 1, column } = at;
  const region = regionOf(line, column);
  const physicalLocation = ownPlace(at, uris) ?? { artifactLocation: { uri: uris.of(document) }, region };
  const names = namesOf(at);
  return names.length === 0 ? { physicalLocation } : { physicalLocation, logicalLocations: names };
}

/** Paths of other machines would be no place in the repository, and tell about the machine. */
function ownPlace({ origin }: SourceLocation, uris: Uris) {
  const { file, line = 1, column } = origin ?? {};
  if (file === undefined || !isInside(file)) return undefined;
  return { artifactLocation: { uri: uris.of(file) }, region: regionOf(line, column) };
}

function regionOf(line: number, column: number | undefined) {
  return { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
}

/** The pointer tells the place even where the whole plan is one line. */
function namesOf({ address, pointer, origin }: SourceLocation) {
  return [
    ...(address === undefined ? [] : [logical(address, "resource")]),
    ...(pointer === "" ? [] : [logical(pointer, "jsonPointer")]),
    ...(origin === undefined ? [] : [logical(origin.construct, "construct")]),
  ];
}

function logical(fullyQualifiedName: string, kind: string) {
  return { fullyQualifiedName, kind };
}
