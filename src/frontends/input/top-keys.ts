import { JsonScanner, stop } from "../json/scanner.ts";
import type { OpenedDocument } from "./open.ts";

/**
 * The keys of the object that a document is, up to the one that is enough; what follows is not looked at. Empty for
 * anything but an object.
 * @throws JsonProblem where the part that was read is not JSON.
 */
export function topKeys(document: OpenedDocument, enough: (key: string) => boolean): ReadonlySet<string> {
  const keys = new Set<string>();
  const scanner = new JsonScanner(document.bytes);
  if (!scanner.isObject(document.start)) return keys;
  scanner.members(document.start, 0, (key, at) => {
    keys.add(key);
    return enough(key) ? stop : scanner.value(at, 1);
  });
  return keys;
}
