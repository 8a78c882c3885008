import { namesByPath } from "./data/managed-policies.generated.ts";
import { sub } from "./language.ts";
import type { Json } from "./parts.ts";

/** The policies of AWS whose ARNs have a path. */
const paths: ReadonlyMap<string, string> = new Map(
  Object.entries(namesByPath).flatMap(([path, names]) => names.split(" ").map((name) => [name, path] as const)),
);

/** The ARN of a policy of AWS by its name. */
export function managedPolicy(name: string): Json {
  const path = paths.get(name);
  return sub(`arn:\${AWS::Partition}:iam::aws:policy/${path === undefined ? "" : `${path}/`}${name}`);
}

/** What is written in place of an ARN: SAM takes the name of a policy of AWS for one, and leaves everything else as it is. */
export function policyArn(written: string): unknown {
  return /^[\w+=,.@-]+$/.test(written) ? managedPolicy(written) : written;
}
