import type { Json } from "./parts.ts";

/** The trust of a role that a service takes on. */
export function trustIn(service: string): Json {
  return document([{ Effect: "Allow", Principal: { Service: [service] }, Action: ["sts:AssumeRole"] }]);
}

export function document(statements: readonly Json[]): Json {
  return { Version: "2012-10-17", Statement: statements };
}

export function allow(actions: string | readonly string[], resources: unknown): Json {
  return { Effect: "Allow", Action: actions, Resource: resources };
}

/** A policy inside of a role. */
export function inline(name: string, ...statements: readonly Json[]): Json {
  return { PolicyName: name, PolicyDocument: document(statements) };
}

/** Items of which none is there twice. */
export function distinct<Item>(items: readonly Item[], what: (item: Item) => unknown = (item) => item): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(what(item));
    return !seen.has(key) && seen.add(key);
  });
}
