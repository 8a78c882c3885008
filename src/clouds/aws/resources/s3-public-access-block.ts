import { field, type Tree } from "#model/tree.ts";
import type { Truth } from "#model/truth.ts";
import { attribute } from "../link/resource.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * RestrictPublicBuckets cuts a public bucket policy down to the bucket's own account and AWS services.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const publicAccessBlock: ResourceType = {
  terraform: "aws_s3_bucket_public_access_block",
  contribute(resource, linking) {
    const bucket = attribute(resource, "bucket");
    if (bucket === undefined) return;
    const blocks = switchedOn(field(resource.values, "restrict_public_buckets"));
    linking.targets.block({ blocks, at: resource.change.at }, bucket, "bucket", resource);
  },
};

function switchedOn(tree: Tree): Truth {
  if (tree.kind === "unknown") return tree.hole.unset ? "no" : "unknown";
  return tree.kind === "boolean" && tree.value ? "yes" : "no";
}

export default [publicAccessBlock] satisfies readonly ResourceType[];
