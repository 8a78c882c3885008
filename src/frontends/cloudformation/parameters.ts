import { choosing } from "#model/choice.ts";
import type { SourceLocation } from "#model/location.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { recordAt } from "../json/shape.ts";
import { waitsFor } from "./holes.ts";
import type { ParameterValue, Template } from "./template.ts";
import { textTree } from "./texts.ts";

/**
 * The value of a parameter: what is handed in, else its default. An empty default stands for a value that is still to be given, and the value of a parameter that
 * is looked up in Parameter Store is not in the template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterIn(template: Template, name: string): ParameterValue | undefined {
  const declared = recordAt(template.parameters, name);
  if (declared === undefined) return undefined;
  const type = typeof declared.Type === "string" ? declared.Type : "String";
  const isList = /^List<|^CommaDelimitedList$|<(?:List<|CommaDelimitedList)/.test(type);
  const isLookedUp = /^AWS::SSM::Parameter::Value</.test(type);
  const passed = isLookedUp ? undefined : template.passed?.(name);
  if (passed !== undefined) return isList ? listed(passed) : passed;
  const { values } = template.handedIn;
  const found = values.has(name) ? values.get(name) : (nonEmpty(scalar(declared.Default)) ?? onlyAllowed(declared));
  const value = isLookedUp ? undefined : found;
  if (value === undefined) return { text: [holeOf(name, declared, template)] };
  return isList ? { list: value.split(",").map((item) => literalText(item.trim())) } : { text: literalText(value) };
}

/** A list is passed as one text, with commas; what is not known in it may have some of its own only where it is no attribute of a resource. */
function listed(passed: ParameterValue): ParameterValue {
  if ("list" in passed) return passed;
  const isSafe = passed.text.every((part) => typeof part === "string" || isOne(part));
  return isSafe ? { list: atCommas(passed.text) } : passed;
}

function isOne({ predicted, refs }: Hole): boolean {
  return predicted !== undefined || (refs.length === 1 && refs[0]?.certainty === "exact");
}

function atCommas(text: Text): readonly Text[] {
  const items: (string | Hole)[][] = [[]];
  for (const part of text) {
    const [first = "", ...others] = typeof part === "string" ? part.split(",").map((one) => one.trim()) : [];
    items.at(-1)?.push(...(typeof part === "string" ? literalText(first) : [part]));
    for (const one of others) items.push([...literalText(one)]);
  }
  return items;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

/** A parameter that takes only some values, and has none yet, is one of them. */
function holeOf(name: string, declared: Readonly<Record<string, unknown>>, { prefix }: Template): Hole {
  const hole = waitsFor(name);
  const allowed = (Array.isArray(declared.AllowedValues) ? declared.AllowedValues : []).map(scalar);
  const isPlain = declared.Type === undefined || declared.Type === "String" || declared.Type === "Number";
  if (!isPlain || isSecret(declared) || allowed.length < 2 || allowed.includes(undefined)) return hole;
  const forms = allowed.map((one = "") => [one, (at: SourceLocation) => textTree(literalText(one), at)] as const);
  return choosing(hole, { name: `${prefix}${name}`, forms: new Map(forms) });
}

function onlyAllowed({ AllowedValues: allowed }: Readonly<Record<string, unknown>>): string | undefined {
  return Array.isArray(allowed) && allowed.length === 1 ? scalar(allowed[0]) : undefined;
}

function scalar(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

function whole(value: ParameterValue | undefined): string | undefined {
  const text = value !== undefined && "text" in value ? wholeText(value.text) : undefined;
  return text?.known === true ? text.value : undefined;
}

function isSecret({ NoEcho: hidden }: Readonly<Record<string, unknown>>): boolean {
  return String(hidden).toLowerCase() === "true";
}

/** What parameters hold that are declared to be secret. */
export function secretsIn({ parameters, handedIn, passed }: Template): ReadonlySet<string> {
  const secrets = Object.keys(parameters).flatMap((name) => {
    const { NoEcho: hidden, Default: value } = recordAt(parameters, name) ?? {};
    if (String(hidden).toLowerCase() !== "true") return [];
    const texts = [scalar(value), handedIn.values.get(name), whole(passed?.(name))];
    return texts.flatMap((one) => (one === undefined || one === "" ? [] : [one]));
  });
  return new Set(secrets);
}
