import { isRecord } from "#model/json-tree.ts";

/**
 * What the SDK puts in place of a value that a program turns into a text before it is known: `JSON.stringify` of an
 * output, or a template string with one in it.
 * https://www.pulumi.com/docs/iac/concepts/inputs-outputs/apply/
 */
const sentence = /Calling \[to(?:JSON|String)\] on an \[Output<T>\]/;

/** The same with the advice behind it, which says nothing of the value. */
const withAdvice = /(Calling \[to(?:JSON|String)\] on an \[Output<T>\]) is not supported\..*?@pulumi\/pulumi\./gs;

export function isOutputAsText(value: string): boolean {
  return sentence.test(value);
}

export function withoutAdvice(value: string): string {
  return isOutputAsText(value) ? value.replace(withAdvice, "$1") : value;
}

/** The outermost properties that hold such a text. */
export function propertiesWithOutputs(inputs: unknown): readonly string[] {
  if (!isRecord(inputs)) return [];
  return Object.keys(inputs).filter((key) => holdsOutput(inputs[key]));
}

function holdsOutput(value: unknown): boolean {
  if (typeof value === "string") return isOutputAsText(value);
  if (Array.isArray(value)) return value.some(holdsOutput);
  return isRecord(value) && Object.values(value).some(holdsOutput);
}
