import { isRecord } from "#model/json-tree.ts";

/** A function of the template language and what it is given. */
export interface Call {
  readonly name: string;
  readonly argument: unknown;
}

/**
 * The function that a value is, if it is one: an object whose only key is its name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function callIn(raw: unknown): Call | undefined {
  if (!isRecord(raw)) return undefined;
  const keys = Object.keys(raw);
  const [name] = keys;
  if (keys.length !== 1 || name === undefined || !(name === "Ref" || /^Fn::(?!ForEach::)/.test(name))) return undefined;
  return { name, argument: raw[name] };
}
