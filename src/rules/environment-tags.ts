import type { Subject } from "#model/identity.ts";
import type { Settings } from "#model/ruleset.ts";
import type { Hole } from "#model/value.ts";

/** The keys of tags that may tell an environment, the first one first. */
export function environmentTags({ environments }: Settings): readonly string[] {
  const keys = [...new Set(environments.flatMap((one) => [...one.tags.keys()]))];
  return keys.length === 0 ? ["environment"] : keys;
}

/** Stands for the statement that an identity makes about its environment, so that only one rule misses it. */
export function aboutEnvironment({ id }: Subject): readonly string[] {
  return [`${id}#environment`];
}

/** What hides the name of something, which might tell its environment. A name that nobody gave tells none. */
export function nameUnread({ name }: Subject): Hole | undefined {
  return name.find((part): part is Hole => typeof part !== "string" && part.predicted === undefined && !part.unset);
}
