import type { Stack } from "./stack.ts";

export interface WrittenResource {
  readonly resource: unknown;
  readonly stack: Stack;
}

/** The resources of stacks as they are written, by address. */
export function writtenIn(stacks: readonly Stack[]): ReadonlyMap<string, WrittenResource> {
  return new Map(
    stacks.flatMap((stack) =>
      Object.entries(stack.template.resources).map(([id, resource]) => [
        stack.template.prefix + id,
        { resource, stack },
      ]),
    ),
  );
}

/** Whether a resource is written alike in both, and all that it may be made of: tables, parameters and conditions, and what a parent passes. */
export function comparison(
  now: ReadonlyMap<string, WrittenResource>,
  then: ReadonlyMap<string, WrittenResource>,
): (address: string) => boolean {
  const parts = new Map<Stack, string>();
  const partsOf = (stack: Stack): string => {
    const known = parts.get(stack);
    if (known !== undefined) return known;
    const { parent, template } = stack;
    const above = parent === undefined ? [] : [partsOf(parent.stack), parent.stack.template.resources[parent.id]];
    const text = JSON.stringify([template.parameters, template.mappings, template.conditions, ...above]);
    parts.set(stack, text);
    return text;
  };
  return (address) => {
    const [one, other] = [now.get(address), then.get(address)];
    if (one === undefined || other === undefined) return false;
    return (
      JSON.stringify(one.resource) === JSON.stringify(other.resource) && partsOf(one.stack) === partsOf(other.stack)
    );
  };
}
