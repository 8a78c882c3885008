import { isRecord } from "#model/json-tree.ts";
import { inside, type SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import { isDeployed } from "./changes.ts";
import { holds } from "./conditions.ts";
import { kindOfType } from "./kinds-of-types.ts";
import type { Twice } from "./loaded.ts";
import type { Stack } from "./stack.ts";
import { stepsTo, type Template } from "./template.ts";
import { macrosOf } from "./transforms.ts";

/** What is worth saying about a template: what was not read, and what was taken for something. */
export function noticesOf(stack: Stack): readonly Notice[] {
  const { template, document, twice } = stack;
  const at = (pointer: string): SourceLocation => ({ document, pointer });
  return [
    ...twice.map((one) => duplicate(one, at(one.pointer))),
    ...macrosOf(template, at("")),
    ...Object.entries(template.resources).flatMap(([id, resource]) =>
      aboutResource(id, resource, inside(at(""), ...stepsTo(id, template)), stack),
    ),
    ...notExpanded(template, at("/Resources")),
    ...conditional(template, at("/Resources")),
  ];
}

/** Two resources of one name are two resources, of which one was not read; inside of one, a value is not certain. */
function duplicate({ pointer, places }: Twice, location: SourceLocation): Notice {
  const isStructure = /^(\/(Resources|Conditions|Parameters|Mappings)){1}(\/[^/]+){0,2}$/.test(pointer);
  return {
    code: "duplicate-key",
    level: isStructure ? "incomplete" : "info",
    message: `this key stands twice in one object, ${places}; the last value was read`,
    location,
  };
}

function aboutResource(id: string, resource: unknown, at: SourceLocation, stack: Stack): readonly Notice[] {
  const location = { ...at, address: stack.template.prefix + id };
  if (/^Fn::(ForEach::|Transform$)/.test(id)) return [];
  if (!isRecord(resource) || typeof resource.Type !== "string") {
    const message = "this resource has no type, and was not read";
    return [{ code: "unexpected-shape", level: "incomplete", message, location }];
  }
  if (stack.nested.has(id) || !isDeployed(stack.template, resource)) return [];
  const said = stack.unread.get(id) ?? kindOfType(resource.Type);
  return said === undefined ? [] : [{ ...said, location }];
}

/** What SAM may make identities of, inside of resources that it turns into others. */
function notExpanded({ notExpanded: parts = [], prefix }: Template, resources: SourceLocation): readonly Notice[] {
  return parts.map(({ what, steps: [id = "", ...steps] }) => ({
    code: "sam-not-expanded",
    level: "incomplete",
    message: `SAM may make identities of ${what}, which this version does not understand`,
    location: { ...inside(resources, id, ...steps), address: prefix + String(id) },
  }));
}

/** Resources that are there only where a condition holds are taken for being there. */
function conditional(template: Template, location: SourceLocation): readonly Notice[] {
  const names = Object.values(template.resources).flatMap((resource) =>
    isRecord(resource) && typeof resource.Condition === "string" ? [resource.Condition] : [],
  );
  const open = names.filter((name) => holds(template, name) === "unknown");
  if (open.length === 0) return [];
  const conditions = [...new Set(open)].sort().join(", ");
  const message =
    open.length === 1
      ? `1 resource depends on a condition (${conditions}), and is judged as if it held`
      : `${open.length} resources depend on conditions (${conditions}), and are judged as if these held`;
  return [{ code: "conditional-resources", level: "info", message, location }];
}
