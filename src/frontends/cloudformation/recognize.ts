import { InputError } from "#model/input-error.ts";
import { isRecord } from "#model/json-tree.ts";
import type { Input } from "../frontend.ts";
import { type OpenedDocument, openDocument } from "../input/open.ts";
import { JsonProblem } from "../json/problem.ts";
import { JsonScanner, stop } from "../json/scanner.ts";

/** How much of a text is looked at to tell what it is. */
const headBytes = 64 * 1024;

/** Whether an input is a template: its format has a version, or it has resources of types such as `AWS::IAM::Role`. */
export function isTemplate(input: Input): boolean {
  try {
    const document = openDocument(input);
    return isJson(document) ? isJsonTemplate(document) : isYamlTemplate(headOf(document));
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

/** Whether a text is YAML whose outermost keys are those of a template. Whole templates may be indented. */
function isYamlTemplate(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#|---|%|$)/.test(line));
  const indent = /^([ \t]*)["']?\w[\w-]*["']?[ \t]*:/.exec(lines[0] ?? "")?.[1];
  if (indent === undefined) return false;
  const top = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return top.some(
    (line, i) =>
      /^["']?AWSTemplateFormatVersion["']?[ \t]*:/.test(line) ||
      isResources(line, top[i + 1]) ||
      (isFlow(line) && type.test(text)),
  );
}

/** Whether a line begins the resources, and the next one is the name of the first. */
function isResources(line: string, next: string | undefined): boolean {
  return /^["']?Resources["']?[ \t]*:[ \t]*(#.*)?$/.test(line) && /^[ \t]+["']?\w[^\s"']*["']?[ \t]*:/.test(next ?? "");
}

/** Whether a line begins the resources in braces. */
function isFlow(line: string): boolean {
  return /^["']?Resources["']?[ \t]*:[ \t]*\{/.test(line);
}

/** A resource says its type, whatever it is. */
const type = /\bType["']?[ \t]*:[ \t]*["']?\w+::\w+/;

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
