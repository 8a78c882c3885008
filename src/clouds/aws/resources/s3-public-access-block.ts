import type { Text } from "#model/text.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { type Truth, truth } from "#model/truth.ts";
import { attribute, literal, type Resource } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/**
 * RestrictPublicBuckets cuts a public bucket policy down to the bucket's own account and AWS services, IgnorePublicAcls does so with access control lists.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const switches = [
  ["restrict_public_buckets", undefined],
  ["ignore_public_acls", "acl"],
] as const;

const publicAccessBlock: ResourceType = {
  terraform: "aws_s3_bucket_public_access_block",
  contribute(resource, linking) {
    const bucket = attribute(resource, "bucket");
    if (bucket === undefined) return;
    for (const [name, part] of switches)
      linking.collect((targets) =>
        targets.block(blockOf(resource, name), { of: bucket, kind: "bucket", ...(part && { part }) }, resource),
      );
  },
};

const accountPublicAccessBlock: ResourceType = {
  terraform: "aws_s3_account_public_access_block",
  contribute(resource, linking) {
    const account = literal(resource, "account_id");
    const here = linking.world.accountOf(resource);
    if (account !== undefined && here !== undefined && account !== here) return;
    for (const [name, part] of switches)
      linking.collect((targets) => targets.blockAll(blockOf(resource, name), "bucket", resource, part));
  },
};

function blockOf(resource: Resource, name: string): { readonly blocks: Truth; readonly at: Resource["change"]["at"] } {
  return { blocks: switchedOn(field(resource.values, name)), at: resource.change.at };
}

/** A bucket whose owner owns every object in it has no access control lists. https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
const ownershipControls: ResourceType = {
  terraform: "aws_s3_bucket_ownership_controls",
  contribute(resource, linking) {
    const bucket: Text | undefined = attribute(resource, "bucket");
    if (bucket === undefined) return;
    const rule: Tree = field(resource.values, "rule", "object_ownership");
    const known = literal(resource, "rule", "object_ownership");
    const blocks =
      known === undefined && textOf(rule) !== undefined ? "unknown" : truth(known === "BucketOwnerEnforced");
    linking.collect((targets) =>
      targets.block({ blocks, at: resource.change.at }, { of: bucket, kind: "bucket", part: "acl" }, resource),
    );
  },
};

export default [publicAccessBlock, accountPublicAccessBlock, ownershipControls] satisfies readonly ResourceType[];
