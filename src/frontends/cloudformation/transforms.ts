import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { Template } from "./template.ts";

/**
 * Macros of AWS that change no identity: SAM is told resource by resource, and the functions of the language extensions are worked out here.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const harmless = new Set(["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen"]);

/** The programs that change a template before it is deployed, and parts that are put together only then. */
export function macrosOf(template: Template, root: SourceLocation): readonly Notice[] {
  const { Transform: declared } = isRecord(template.root) ? template.root : {};
  const names = (Array.isArray(declared) ? declared : [declared]).flatMap(nameOf);
  const whole = names.filter((name) => !harmless.has(name)).map((name) => macro(name, inside(root, "Transform")));
  return [...whole, ...within(template.resources, inside(root, "Resources"))];
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
function within(resources: unknown, at: SourceLocation): readonly Notice[] {
  const found: Notice[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, at: SourceLocation): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, part] of Object.entries(value)) {
      const place = inside(at, key);
      if (key === "Fn::Transform") for (const name of nameOf(part)) found.push(macro(name, place));
      if (key.startsWith("Fn::ForEach::")) found.push(loop(place));
      visit(part, place);
    }
  };
  visit(resources, at);
  return found;
}

function loop(location: SourceLocation): Notice {
  const message = "what Fn::ForEach repeats is not known, or not read by this version";
  return { code: "loop-not-expanded", level: "incomplete", message, location };
}
