import { isRecord } from "#model/json-tree.ts";
import { inside } from "#model/location.ts";
import type { ResourceChange } from "#model/plan.ts";
import { absent } from "#model/tree.ts";
import { truth } from "#model/truth.ts";
import type { Wants } from "../frontend.ts";
import { holds } from "./conditions.ts";
import type { Stack } from "./stack.ts";
import { stepsTo, type Template } from "./template.ts";

export interface Written {
  readonly Type: string;
  readonly [key: string]: unknown;
}

/** Whether a resource can be there. What SAM turns into others is told of, and is no resource itself. */
function isThere(template: Template, resource: unknown): resource is Written {
  return isDeployed(template, resource) && !resource.Type.startsWith("AWS::Serverless::");
}

/** Whether no condition leaves it out. */
export function isDeployed(template: Template, resource: unknown): resource is Written {
  if (!isRecord(resource) || typeof resource.Type !== "string") return false;
  return typeof resource.Condition !== "string" || holds(template, resource.Condition) !== "no";
}

/** The resources of a stack that somebody wants, as if nothing were there yet. */
export function changesOf(stack: Stack, wants: Wants): readonly ResourceChange[] {
  const { template } = stack;
  return Object.entries(template.resources).flatMap(([id, resource]) =>
    isThere(template, resource) && wants(resource.Type, "cloudformation") ? [changeOf(id, resource, stack)] : [],
  );
}

function changeOf(id: string, resource: Written, stack: Stack): ResourceChange {
  const { template, values, document } = stack;
  const address = template.prefix + id;
  const at = { ...inside({ document, pointer: "" }, ...stepsTo(id, template)), address };
  const place = inside(at, "Properties");
  const properties = values.tree(resource.Properties, place);
  return {
    address,
    dialect: "cloudformation",
    type: resource.Type,
    name: id,
    mode: "managed",
    action: "create",
    before: absent(at),
    // A resource that sets nothing is there all the same.
    after: properties.kind === "absent" ? values.tree({}, place) : properties,
    scope: scopeOf(stack),
    spelledOut: (_path, value) => truth(!isHandedIn(value, stack.outermost)),
    at,
  };
}

function scopeOf({ provider, template, outermost, module }: Stack): ResourceChange["scope"] {
  const { stack } = outermost.given;
  return {
    provider,
    module,
    ...(stack !== undefined && { stack: stack.name }),
    ...(template.prefix !== "" && { unit: template.prefix }),
  };
}

/** Shorter texts are found in others by chance. */
const shortest = 6;

/** Whether a text, or a part of it, came from outside. All others of a template are written in it, or in the program that made it. */
function isHandedIn(value: string, { template, given }: Stack): boolean {
  return [...template.handedIn.values].some(
    ([name, one]) =>
      one !== undefined &&
      given.values?.get(name) !== one &&
      (one === value || (one.length >= shortest && value.includes(one))),
  );
}
