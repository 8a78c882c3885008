import type { Row } from "./shaped-plan.ts";
import type { Values } from "./shapes.ts";

/** A type, the values of the resource `x`, what the graph has to say, and at which address where that is not its own, with what stands beside it. */
export type FactRow = readonly [
  type: string,
  values: Values,
  facts: readonly string[],
  more?: { readonly at?: string; readonly beside?: readonly Row[] },
];

const account = "444455556666";
const document = (principal: unknown): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*", Principal: principal } });
const shared = document({ AWS: account });
const ofResource = "inline resource policy with 1 statements";

const bucket: Row = ["aws_s3_bucket", "bucket", { bucket: "b", policy: shared }];
const ofBucket = { at: "aws_s3_bucket.bucket", beside: [bucket] };
const bucketRuled = [ofResource, "is ruled by aws_s3_bucket.bucket#policy"];

/** By reading the provider's documentation. */
export const factRows: readonly FactRow[] = [
  // Guards.
  [
    "aws_s3_account_public_access_block",
    { restrict_public_buckets: true },
    [...bucketRuled, "cuts public access off: yes"],
    ofBucket,
  ],
  [
    "aws_s3_account_public_access_block",
    { ignore_public_acls: true },
    [...bucketRuled, "cuts public access off: no"],
    ofBucket,
  ],
  ["aws_s3_account_public_access_block", { restrict_public_buckets: true, account_id: account }, bucketRuled, ofBucket],
  [
    "aws_s3_bucket_ownership_controls",
    { bucket: "b", rule: [{ object_ownership: "BucketOwnerEnforced" }] },
    bucketRuled,
    ofBucket,
  ],
];
