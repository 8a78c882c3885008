import type { Identity } from "#model/identity.ts";
import { field } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import type { Linking } from "../link/linking.ts";
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

/** The ARN of an identity as a fact about it, where it is certain. */
export function arnOf({ change }: Resource, { world }: Linking): Pick<Identity, "arn"> {
  const arn = world.thingAt(change.address)?.arn?.value;
  return arn === undefined ? {} : { arn };
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
