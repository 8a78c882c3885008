import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Input } from "../frontend.ts";
import { type OpenedDocument, openDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, stop } from "../json/scanner.ts";

/** How much of a text is looked at to tell what it is. */
const headBytes = 64 * 1024;

/** What only a template has at the beginning of a line. */
const telling =
  /^(?:"?AWSTemplateFormatVersion"?[ \t]*:|Resources:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]+["']?[A-Za-z0-9]+["']?:)/m;

/** Whether an input is a template: its format has a version, or it has resources of types such as `AWS::IAM::Role`. */
export function isTemplate(input: Input): boolean {
  try {
    const document = openDocument(input);
    return isJson(document) ? isJsonTemplate(document) : telling.test(headOf(document));
  } catch (error) {
    // Whatever is wrong with it, it was not seen to be a template; the refusal says what it is.
    if (error instanceof JsonProblem || error instanceof InputError) return false;
    throw error;
  }
}

/** Whether a document is to be read as JSON: YAML that begins with a brace is JSON for us. */
export function isJson({ bytes, start, noise }: OpenedDocument): boolean {
  return noise === 0 && new JsonScanner(bytes).isObject(start);
}

function headOf({ bytes }: OpenedDocument): string {
  return bytes.toString("utf8", 0, headBytes);
}

function isJsonTemplate(document: OpenedDocument): boolean {
  const scanner = new JsonScanner(document.bytes);
  let found = false;
  scanner.members(document.start, 0, (key, at) => {
    found = key === "AWSTemplateFormatVersion" || (key === "Resources" && hasTypes(scanner, at));
    return found ? stop : scanner.value(at, 1);
  });
  return found;
}

function hasTypes(scanner: JsonScanner, at: number): boolean {
  const resources = scanner.isObject(at) ? scanner.parse(at, scanner.value(at, 1)) : undefined;
  return isRecord(resources) && Object.values(resources).some(isTyped);
}

function isTyped(resource: unknown): boolean {
  return isRecord(resource) && typeof resource.Type === "string" && /^\w+::\w+(::\w+)*$/.test(resource.Type);
}
