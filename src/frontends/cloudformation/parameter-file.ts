import { InputError } from "#model/input-error.ts";
import { isRecord, parseJson } from "#model/json-tree.ts";
import type { Input } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import { openDocument } from "../input/open.ts";

/** What is handed in with a template. */
export interface HandedIn {
  /** By parameter; of one that keeps the value it had nobody knows it. */
  readonly values: ReadonlyMap<string, string | undefined>;
  /** Tags of the stack, which go to everything in it. */
  readonly tags: ReadonlyMap<string, string>;
}

export const nothing: HandedIn = { values: new Map(), tags: new Map() };

type Pairs = readonly (readonly [string, string | undefined])[];

/**
 * Reads a file of parameters in the shapes that people have: the list of the command line (`ParameterKey`), the template configuration of CodePipeline
 * (`Parameters`, `Tags`), an object, or lines of `Name=value`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 * @throws InputError (exit code 2) for anything else.
 */
export function readParameters(input: Input): HandedIn {
  const text = openDocument(input).bytes.toString("utf8");
  const json = parseJson(text);
  const pairs = json === undefined ? ofLines(text) : ofJson(isRecord(json) ? (json.Parameters ?? json) : json);
  const tags = isRecord(json) && isRecord(json.Parameters) && json.Tags !== undefined ? ofJson(json.Tags) : [];
  if (pairs === undefined || tags === undefined) throw unreadable(input.path);
  const known = tags.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { values: new Map(pairs), tags: new Map(known) };
}

function ofJson(json: unknown): Pairs | undefined {
  if (isRecord(json)) return all(Object.entries(json).map(([name, value]) => pair(name, value)));
  return Array.isArray(json) ? all(json.map(ofItem)) : undefined;
}

/** `{ "ParameterKey": "Stage", "ParameterValue": "prod" }`, or `"Stage=prod"`. */
function ofItem(item: unknown): Pairs[number] | undefined {
  if (typeof item === "string") return ofLine(item);
  if (!isRecord(item) || typeof item.ParameterKey !== "string") return undefined;
  if (item.UsePreviousValue === true) return [item.ParameterKey, undefined];
  return pair(item.ParameterKey, item.ParameterValue);
}

function pair(name: string, value: unknown): Pairs[number] | undefined {
  if (typeof value === "string") return [name, value];
  if (typeof value === "number" || typeof value === "boolean") return [name, String(value)];
  const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
  return isList ? [name, value.join(",")] : undefined;
}

function ofLines(text: string): Pairs | undefined {
  return all(
    text
      .split(/\r?\n/)
      .filter((line) => !/^\s*(#|$)/.test(line))
      .map(ofLine),
  );
}

function ofLine(line: string): Pairs[number] | undefined {
  const [, name, quoted, plain] = /^\s*([A-Za-z0-9]+)\s*=\s*(?:"([^"]*)"|(.*?))\s*$/.exec(line) ?? [];
  const value = quoted ?? plain;
  return name === undefined || value === undefined ? undefined : [name, value];
}

function all(pairs: readonly (Pairs[number] | undefined)[]): Pairs | undefined {
  const found = pairs.filter((one) => one !== undefined);
  return found.length === pairs.length ? found : undefined;
}

function unreadable(path: string): InputError {
  return new InputError(
    2,
    "parameters-unreadable",
    `${nameOf(path)} holds no parameters`,
    'Give {"Name": "value"}, the list that aws cloudformation takes, or lines of Name=value.',
  );
}
