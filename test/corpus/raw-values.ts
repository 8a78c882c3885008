import { isRecord } from "#model/json-tree.ts";
import { listOf, type RawResource } from "./raw-plan.ts";

/** How many; undefined where nobody can tell without judging. */
export type Count = number | undefined;

/** The value of an attribute; undefined where it, or a part of it, is not known. */
export function known({ values, unknown }: RawResource, attribute: string): unknown {
  if (unknown === undefined || holdsTrue(unknown[attribute])) return undefined;
  return values[attribute] ?? null;
}

function holdsTrue(mask: unknown): boolean {
  if (typeof mask !== "object" || mask === null) return mask === true;
  return Object.values(mask).some(holdsTrue);
}

export function lengthOf(resource: RawResource, attribute: string): Count {
  const value = known(resource, attribute);
  return value === undefined ? undefined : listOf(value).length;
}

export function statementsOf(resource: RawResource, attribute: string): Count {
  return statementsIn(known(resource, attribute));
}

/** Statements of a document that is plain JSON. */
export function statementsIn(text: unknown): Count {
  if (typeof text !== "string") return undefined;
  try {
    const document: unknown = JSON.parse(text);
    const statement = isRecord(document) ? document.Statement : undefined;
    return Array.isArray(statement) ? statement.length : isRecord(statement) ? 1 : undefined;
  } catch {
    return undefined;
  }
}

export function sum(all: readonly Count[]): Count {
  return all.reduce<Count>((total, one) => (total === undefined || one === undefined ? undefined : total + one), 0);
}
