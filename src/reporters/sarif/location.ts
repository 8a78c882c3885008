import type { SourceLocation } from "#model/location.ts";
import type { Uris } from "./uri.ts";

/** A place in a document. Where no line is known it is the first one: code scanning refuses a result without any. */
export function locationOf(at: SourceLocation, uris: Uris) {
  const { document, pointer, address, line = 1, column } = at;
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  const physicalLocation = { artifactLocation: { uri: uris.of(document) }, region };
  const names = [...(address === undefined ? [] : [logical(address, "resource")]), ...named(pointer)];
  return names.length === 0 ? { physicalLocation } : { physicalLocation, logicalLocations: names };
}

function logical(fullyQualifiedName: string, kind: string) {
  return { fullyQualifiedName, kind };
}

/** The pointer tells the place even where the whole plan is one line. */
function named(pointer: string) {
  return pointer === "" ? [] : [logical(pointer, "jsonPointer")];
}
