import { literalText, type Text } from "#model/text.ts";
import { recordAt } from "../json/shape.ts";
import { waitsFor } from "./holes.ts";
import type { Template } from "./template.ts";

/** What a parameter holds: a text, or several where its type is a list that is known. */
export type ParameterValue = { readonly text: Text } | { readonly list: readonly Text[] };

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
  const { values } = template.handedIn;
  const found = values.has(name) ? values.get(name) : (nonEmpty(scalar(declared.Default)) ?? onlyAllowed(declared));
  const value = /^AWS::SSM::Parameter::Value</.test(type) ? undefined : found;
  if (value === undefined) return { text: [waitsFor(name)] };
  return isList ? { list: value.split(",").map((item) => literalText(item.trim())) } : { text: literalText(value) };
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

function onlyAllowed({ AllowedValues: allowed }: Readonly<Record<string, unknown>>): string | undefined {
  return Array.isArray(allowed) && allowed.length === 1 ? scalar(allowed[0]) : undefined;
}

function scalar(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

/** What parameters hold that are declared to be secret. */
export function secretsIn({ parameters, handedIn }: Template): ReadonlySet<string> {
  const secrets = Object.keys(parameters).flatMap((name) => {
    const { NoEcho: hidden, Default: value } = recordAt(parameters, name) ?? {};
    const texts = String(hidden).toLowerCase() === "true" ? [scalar(value), handedIn.values.get(name)] : [];
    return texts.flatMap((one) => (one === undefined || one === "" ? [] : [one]));
  });
  return new Set(secrets);
}
