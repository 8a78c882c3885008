import type { Template } from "../template.ts";
import type { Part, Steps } from "./parts.ts";

/** Where the author wrote each part of resources that are turned into others: what is moved there keeps its place. A part that is used twice has its first. */
export function originsIn(
  template: Template,
  resources: readonly { readonly steps: Steps }[],
  parts: readonly Part[],
): WeakMap<object, Steps> {
  const origins = new WeakMap<object, Steps>();
  const note = (part: unknown, steps: Steps): void => {
    if (typeof part !== "object" || part === null || origins.has(part)) return;
    origins.set(part, steps);
    for (const [key, inner] of Object.entries(part)) note(inner, [...steps, key]);
  };
  for (const { steps } of resources) note(partAt(template.root, ["Resources", ...steps]), ["Resources", ...steps]);
  note(partAt(template.root, ["Globals"]), ["Globals"]);
  for (const one of parts)
    if ("moved" in one && !origins.has(one.moved)) origins.set(one.moved, ["Resources", ...one.steps]);
  return origins;
}

function partAt(root: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>(
    (part, step) =>
      typeof part === "object" && part !== null ? (part as Readonly<Record<string, unknown>>)[step] : undefined,
    root,
  );
}
