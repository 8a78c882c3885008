import { isRecord } from "#model/json-tree.ts";
import { wholeText } from "#model/text.ts";
import { callIn } from "../calls.ts";
import { atDot } from "../functions/function.ts";
import { parameterIn } from "../parameters.ts";
import type { Template } from "../template.ts";
import type { Json } from "./parts.ts";

export function ref(id: string): Json {
  return { Ref: id };
}

export function attribute(id: string, name: string): Json {
  return { "Fn::GetAtt": [id, name] };
}

/** A text with variables in it; those that begin with `AWS::` need no value. */
export function sub(text: string, values: Json = {}): Json {
  return { "Fn::Sub": Object.keys(values).length === 0 ? text : [text, values] };
}

/** An ARN in the region and account of the deployment. */
export function arn(service: string, resource: string, values: Json = {}): Json {
  return sub(`arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`, values);
}

/** The condition and the two values of `Fn::If`. */
export function choiceIn(value: unknown): readonly [condition: string, yes: unknown, no: unknown] | undefined {
  const call = callIn(value);
  if (call?.name !== "Fn::If" || !Array.isArray(call.argument)) return undefined;
  const [condition, yes, no] = listed(call.argument);
  return typeof condition === "string" ? [condition, yes, no] : undefined;
}

export function choose(condition: string, yes: unknown, no: unknown): Json {
  return { "Fn::If": [condition, yes, no] };
}

/** Whether a value is the one that stands for none. */
export function isNothing(value: unknown): boolean {
  return isRecord(value) && value.Ref === "AWS::NoValue";
}

/** Whether a value is missing; an empty one counts as missing, as it does for SAM. */
export function isMissing(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);
}

/** The resource that a value is a reference to, or an attribute of. */
export function idIn(value: unknown): string | undefined {
  const call = callIn(value);
  if (call?.name === "Ref") return typeof call.argument === "string" ? call.argument : undefined;
  if (call?.name !== "Fn::GetAtt") return undefined;
  const [id]: readonly unknown[] = Array.isArray(call.argument) ? call.argument : atDot(String(call.argument));
  return typeof id === "string" ? id : undefined;
}

/** YAML is read as it is written: `true` is a text. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}

/** A text that is written out, or that a parameter holds. SAM takes the defaults of parameters. */
export function textIn(value: unknown, template: Template): string | undefined {
  if (typeof value === "string") return value;
  const id = isRecord(value) ? idIn(value) : undefined;
  const parameter = id === undefined ? undefined : parameterIn(template, id);
  const text = parameter !== undefined && "text" in parameter ? wholeText(parameter.text) : undefined;
  return text?.known === true ? text.value : undefined;
}

/** A single value, or the values of a list. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A variable of `Fn::Sub`. */
export function variable(name: string): string {
  return `\${${name}}`;
}
