import { field } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { literal, type Resource } from "../link/resource.ts";
import type { ArnShape } from "../link/things.ts";

/** The ARN of an IAM resource: `role` and its path and name. IAM has no regions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function iamArn(type: string): (resource: Resource) => ArnShape | undefined {
  return (resource) => {
    const name = literal(resource, "name");
    if (name === undefined) return undefined;
    const path = isSet(field(resource.values, "path")) ? literal(resource, "path") : "/";
    if (path === undefined) return undefined;
    return { service: "iam", regional: false, accounted: true, resource: `${type}${path}${name}` };
  };
}

/** An ARN made of fixed text and one attribute, e.g. `arn:aws:s3:::NAME`. */
export function plainArn(
  service: string,
  prefix: string,
  name: string,
  scope: Pick<ArnShape, "regional" | "accounted">,
): (resource: Resource) => ArnShape | undefined {
  return (resource) => {
    const value = literal(resource, name);
    return value === undefined ? undefined : { service, ...scope, resource: `${prefix}${value}` };
  };
}
