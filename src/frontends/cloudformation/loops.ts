import { isRecord } from "#model/json-tree.ts";
import { wholeText } from "#model/text.ts";
import { parameterIn } from "./parameters.ts";
import type { Template } from "./template.ts";

type Json = Readonly<Record<string, unknown>>;

/** A resource, and the steps that lead to it from the resources of the template. */
interface Placed {
  readonly id: string;
  readonly resource: unknown;
  readonly steps: readonly (string | number)[];
}

/** More than this no stack may have; loops inside of loops could make any number. */
const maxResources = 5_000;

/**
 * The resources of a template with its loops written out. A loop over what is not known stays, and is told of.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function withoutLoops(template: Template): Template {
  const raw = template.resources;
  if (!Object.keys(raw).some(isLoop)) return template;
  const resources = new Map<string, unknown>();
  const places = new Map<string, Placed["steps"]>();
  for (const { id, resource, steps } of expanded(raw, template, [])) {
    if (resources.size === maxResources) return template;
    resources.set(id, resource);
    places.set(id, steps);
  }
  return { ...template, resources: Object.fromEntries(resources), places };
}

function isLoop(key: string): boolean {
  return key.startsWith("Fn::ForEach::");
}

/** One by one, so that nobody makes more of them than are looked at. */
function* expanded(members: Json, template: Template, steps: Placed["steps"]): Iterable<Placed> {
  for (const [id, resource] of Object.entries(members)) {
    const here = [...steps, id];
    const loop = isLoop(id) ? loopIn(resource, template) : undefined;
    if (loop === undefined) yield { id, resource, steps: here };
    else yield* turns(loop, template, here);
  }
}

interface Loop {
  readonly variable: string;
  readonly values: readonly string[];
  readonly body: Json;
}

function loopIn(written: unknown, template: Template): Loop | undefined {
  const parts: readonly unknown[] = Array.isArray(written) ? written : [];
  const [variable, over, body] = parts;
  const values = valuesOf(over, template);
  return typeof variable === "string" && values !== undefined && isRecord(body)
    ? { variable, values, body }
    : undefined;
}

/** What each turn makes stands where the loop says so. */
function* turns({ variable, values, body }: Loop, template: Template, steps: Placed["steps"]): Iterable<Placed> {
  for (const value of values) {
    for (const [key, part] of Object.entries(body)) {
      const member = { [substituted(key, variable, value)]: replaced(part, variable, value) };
      for (const one of expanded(member, template, []))
        yield { ...one, steps: [...steps, 2, key, ...one.steps.slice(1)] };
    }
  }
}

/** The values of a list that is written out, or is a parameter. */
function valuesOf(over: unknown, template: Template): readonly string[] | undefined {
  if (Array.isArray(over)) return over.every((one) => typeof one === "string") ? over : undefined;
  const name = isRecord(over) && typeof over.Ref === "string" ? over.Ref : undefined;
  const parameter = name === undefined ? undefined : parameterIn(template, name);
  if (parameter === undefined || !("list" in parameter)) return undefined;
  const values = parameter.list.map(wholeText);
  return values.every((one) => one.known) ? values.map((one) => one.value) : undefined;
}

/** A part of the body with the value in place of the variable: in texts, in names, and by `Ref`. */
function replaced(part: unknown, variable: string, value: string): unknown {
  if (typeof part === "string") return substituted(part, variable, value);
  if (Array.isArray(part)) return part.map((one) => replaced(one, variable, value));
  if (!isRecord(part)) return part;
  const entries = Object.entries(part);
  if (entries.length === 1 && part.Ref === variable) return value;
  return Object.fromEntries(
    entries.map(([key, one]) => [substituted(key, variable, value), replaced(one, variable, value)]),
  );
}

/** `&{Name}` takes the value without what is no letter or number. */
function substituted(text: string, variable: string, value: string): string {
  return text.replaceAll(`\${${variable}}`, value).replaceAll(`&{${variable}}`, value.replace(/[^A-Za-z0-9]/g, ""));
}
