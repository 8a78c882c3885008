import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import { mayHaveMacros } from "./load.ts";
import { placeOf, stepsTo, type Template } from "./template.ts";

/**
 * Macros of AWS that are read, or change no identity: what SAM makes is made here too, and the functions of the language extensions are worked out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const harmless = new Set(["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen"]);

/** The programs that change a template before it is deployed, and parts that are put together only then. */
export function macrosOf(template: Template, root: SourceLocation): readonly Notice[] {
  const { Transform: declared } = isRecord(template.root) ? template.root : {};
  const names = (Array.isArray(declared) ? declared : [declared]).flatMap(nameOf);
  const whole = names.filter((name) => !harmless.has(name)).map((name) => macro(name, inside(root, "Transform")));
  return [...whole, ...within(template, root)];
}

function nameOf(transform: unknown): readonly string[] {
  if (isRecord(transform)) return nameOf(transform.Name);
  return typeof transform === "string" ? [transform] : [];
}

function macro(name: string, location: SourceLocation): Notice {
  const message = `the macro ${name} changes this template before it is deployed; what it adds was not read`;
  return { code: "macro-not-expanded", level: "incomplete", message, location };
}

/** Macros and loops among the resources. A part that is used twice is looked at once. */
function within(template: Template, root: SourceLocation): readonly Notice[] {
  if (!mayHaveMacros(template.root)) return [];
  const found: Notice[] = [];
  const seen = new Set<object>();
  const member = (key: string, part: unknown, place: SourceLocation): void => {
    if (key === transform) for (const name of nameOf(part)) found.push(macro(name, place));
    if (key.startsWith(forEach)) found.push(loop(place));
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    const at = placeOf(part, place, template);
    for (const [inner, value] of Object.entries(part)) member(inner, value, inside(at, inner));
  };
  for (const [id, resource] of Object.entries(template.resources))
    member(id, resource, inside(root, ...stepsTo(id, template)));
  return found;
}

const transform = "Fn::Transform";
const forEach = "Fn::ForEach::";

function loop(location: SourceLocation): Notice {
  const message = "what Fn::ForEach repeats is not known, or not read by this version";
  return { code: "loop-not-expanded", level: "incomplete", message, location };
}
