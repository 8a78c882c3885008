import { date, packed } from "./types-without-identity.generated.ts";
import { unpack } from "./unpack.ts";

/** The day of the provider whose schema the list was made from, YYYY-MM-DD. */
export const schemaDate: string = date;

let types: ReadonlySet<string> | undefined;

/** True for a resource type of the AWS provider that is known to say nothing about access. */
export function isKnownWithoutIdentity(type: string): boolean {
  types ??= new Set(unpack(packed).split(" "));
  return types.has(type.replace(/^aws_/, ""));
}

/** Names of attributes that hold a role, a policy or a principal. */
const telling = /(^|_)(role|roles|policy|policies|principal|principals|permissions_boundary|assume_role|grantee|trust)(_|$)|instance_profile/;

/** Names that only look like it. */
const innocent = /lifecycle_policy|retention_policy|scaling_policy|backup_policy|retry_policy|redrive_policy|cache_policy|update_policy|restart_policy|deletion_policy|policy_type|user_role|arn_suffix/;

/** Whether the attributes of a type that is in no list look as if it were about access. */
export function looksLikeIdentity(attributeNames: Iterable<string>): boolean {
  return [...attributeNames].some((name) => telling.test(name) && !innocent.test(name));
}
