import type { Reference } from "#model/value.ts";
import { beginnings } from "./address.ts";

/**
 * The references without repetitions and without those that are only the beginning of another one: the plan lists each
 * reference followed by its less specific forms.
 */
export function mostSpecific(references: readonly string[]): readonly string[] {
  const unique = new Set(references);
  const covered = new Set([...unique].flatMap(beginnings));
  return [...unique].filter((one) => !covered.has(one));
}

export function unresolved(expression: string): Reference {
  return { expression, targets: [], certainty: "unresolved" };
}

/** A value that was handed in for the plan. */
export function handedIn(expression: string): Reference {
  return { expression, targets: [], certainty: "known" };
}

/** The same reference where it is not sure that it is this one which made the value. */
export function oneOfSeveral(reference: Reference): Reference {
  return reference.targets.length === 0 ? reference : { ...reference, certainty: "set" };
}

/**
 * What is read of a value that stands for a whole resource: `each.value.arn` of a `for_each` over roles, `var.role.arn`
 * of a module that was given a role. Only a single step is taken over: a longer path may begin inside an object that
 * the author built around the resource.
 */
export function readOf(reference: Reference, path: string): Reference {
  if (reference.attribute !== undefined || reference.targets.length === 0 || !/^[A-Za-z_][\w-]*$/.test(path))
    return reference;
  return { ...reference, attribute: path, certainty: reference.certainty === "exact" ? "likely" : reference.certainty };
}
