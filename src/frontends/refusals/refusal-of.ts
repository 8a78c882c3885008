import type { InputError } from "#model/input-error.ts";
import { fromConfiguration } from "../input/commands.ts";
import type { OpenedDocument } from "../input/open.ts";
import { topKeys } from "../input/top-keys.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, wholeDocument } from "../json/scanner.ts";
import { refusalByKeys } from "./by-keys.ts";
import { refusalByText, unknownText } from "./by-text.ts";
import { jsonError } from "./json-error.ts";
import { isLog, logRefusal } from "./logs.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** How much of a text is looked at to tell what it is. */
const headBytes = 16 * 1024;

/** Why nobody reads a document, and what to give instead. */
export function refusalOf(document: OpenedDocument): InputError {
  const { bytes, start, path, noise } = document;
  const whole = noise === 0 ? unknownText : refusalByText(bytes.toString("utf8", 0, headBytes));
  // What was taken for a wrapper's lines may be the document itself: configurations hold JSON too.
  if (whole !== unknownText) return refuse(path, whole);
  const scanner = new JsonScanner(bytes);
  try {
    if (scanner.isObject(start))
      return refuse(
        path,
        objectRefusal(
          document,
          topKeys(document, () => false),
        ),
      );
    wholeDocument(scanner, start, (at) => scanner.value(at, 0));
    return refuse(path, {
      code: "json-not-an-object",
      says: "holds JSON, but no object",
      hint: `Give the plan: ${fromConfiguration}`,
    });
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    if (scanner.isObject(start) || error.kind === "too-deep") return jsonError(document, error);
    return refuse(path, refusalByText(bytes.toString("utf8", start, start + headBytes)));
  }
}

function objectRefusal({ bytes, start }: OpenedDocument, keys: ReadonlySet<string>): Refusal {
  return isLog(keys) ? logRefusal(bytes.toString("utf8", start, start + headBytes)) : refusalByKeys(keys);
}
