import { innocent, telling } from "./telling-attributes.ts";
import { date, packed, providerVersion } from "./types-without-identity.generated.ts";
import { unpack } from "./unpack.ts";

/** The day of the provider whose schema the list was made from, YYYY-MM-DD. */
export const schemaDate: string = date;

/** The version of that provider. */
export const schemaVersion: string = providerVersion;

let types: ReadonlySet<string> | undefined;

/** True for a resource type of the AWS provider that is known to say nothing about access. */
export function isKnownWithoutIdentity(type: string): boolean {
  types ??= new Set(unpack(packed).split(" "));
  return type.startsWith("aws_") && types.has(type.slice("aws_".length));
}

/**
 * Whether the attributes of a type that is in no list look as if it were about access. The names may come from any
 * depth: a fifth of the known types that use a role name it in nested blocks alone.
 */
export function looksLikeIdentity(attributeNames: Iterable<string>): boolean {
  for (const name of attributeNames) if (isTelling(name)) return true;
  return false;
}

/** An innocent phrase hides only itself: `lifecycle_policy_role` still tells of a role. */
function isTelling(name: string): boolean {
  const words = innocent.reduce((left, phrase) => left.replaceAll(`_${phrase}_`, "_"), `_${name}_`);
  return telling.some((word) => words.includes(`_${word}_`));
}
