import { type Text, wholeText } from "#model/text.ts";
import { field, type Tree, textOf } from "#model/tree.ts";
import { type Truth, truth } from "#model/truth.ts";
import { isSet } from "../link/attach.ts";
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

/** CloudFormation says all of it in the bucket. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
const bucket: ResourceType = {
  terraform: "aws_s3_bucket",
  contribute(resource, linking) {
    const block = field(resource.values, "public_access_block_configuration");
    const names = [
      ["RestrictPublicBuckets", undefined],
      ["IgnorePublicAcls", "acl"],
    ] as const;
    if (isSet(block))
      for (const [name, part] of names)
        linking.collect((targets) =>
          targets.ownBlock({ blocks: switchedOn(field(block, name)), at: block.at }, resource, part),
        );
    const ownership = field(resource.values, "ownership_controls", "Rules", "ObjectOwnership");
    const value = textOf(ownership);
    if (value === undefined) return;
    const known = wholeText(value);
    const blocks = known.known ? truth(known.value === "BucketOwnerEnforced") : "unknown";
    linking.collect((targets) => targets.ownBlock({ blocks, at: ownership.at }, resource, "acl"));
  },
};

export default [
  publicAccessBlock,
  accountPublicAccessBlock,
  ownershipControls,
  bucket,
] satisfies readonly ResourceType[];
