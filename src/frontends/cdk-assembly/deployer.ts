import { inside, type SourceLocation } from "#model/location.ts";
import { type Json, listAt, recordAt, textAt } from "../json/shape.ts";

/** Who deploys a stack, as the manifest names him. */
export interface Deployer {
  /** The ARN of his role; the partition, and what the app leaves open, stands for itself: `${AWS::Partition}`. */
  readonly role: string;
  readonly at: SourceLocation;
  /** Files that tell who publishes what the stack uses. */
  readonly assets: readonly string[];
}

/** Undefined where whoever runs the tool deploys the stack himself. */
export function deployerOf(artifact: Json, artifacts: Json, at: SourceLocation): Deployer | undefined {
  const role = textAt(artifact, "properties", "assumeRoleArn");
  if (role === undefined) return undefined;
  const before = listAt(artifact, "dependencies").filter((one) => typeof one === "string");
  const assets = before.flatMap((id) => assetManifest(recordAt(artifacts, id)) ?? []);
  return { role, at: inside(at, "properties", "assumeRoleArn"), assets };
}

function assetManifest(artifact: Json | undefined): string | undefined {
  return textAt(artifact, "type") === "cdk:asset-manifest" ? textAt(artifact, "properties", "file") : undefined;
}
