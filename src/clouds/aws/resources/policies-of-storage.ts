import type { PublicAccessBlock } from "#model/identity.ts";
import { field } from "#model/tree.ts";
import { truth } from "#model/truth.ts";
import type { Resource } from "../link/resource.ts";
import { plainArn } from "./iam-arn.ts";
import { insideNetwork } from "./inside-network.ts";
import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

const regional = { regional: true, accounted: true } as const;

/** What stores data, and either holds a policy about itself or can get one. */
const carriers: readonly Carrier[] = [
  {
    terraform: "aws_s3_access_point",
    naming: { kind: "access-point", names: ["name", "id"], arn: plainArn("s3", "accesspoint/", "name", regional) },
    policy: "policy",
    guard: (resource) => insideNetwork(resource, "vpc_configuration") ?? publicAccessBlock(resource),
  },
  {
    terraform: "aws_fsx_s3_access_point_attachment",
    naming: { kind: "access-point", names: ["name"] },
    policy: "s3_access_point.policy",
    guard: (resource) => insideNetwork(resource, "s3_access_point.vpc_configuration"),
  },
  { terraform: "aws_efs_file_system", naming: { kind: "file-system", names: ["id"], generated: true } },
  {
    terraform: "aws_glacier_vault",
    naming: { kind: "glacier-vault", names: ["name", "id"], arn: plainArn("glacier", "vaults/", "name", regional) },
    policy: "access_policy",
  },
  {
    terraform: "aws_backup_vault",
    naming: { kind: "backup-vault", names: ["name", "id"], arn: plainArn("backup", "backup-vault:", "name", regional) },
  },
  {
    terraform: "aws_dynamodb_table",
    naming: { kind: "table", names: ["name", "id"], arn: plainArn("dynamodb", "table/", "name", regional) },
  },
  {
    terraform: "aws_s3tables_table_bucket",
    naming: { kind: "table-bucket", names: ["name"], arn: plainArn("s3tables", "bucket/", "name", regional) },
  },
  {
    terraform: "aws_s3vectors_vector_bucket",
    naming: {
      kind: "vector-bucket",
      names: ["vector_bucket_name"],
      arn: plainArn("s3vectors", "bucket/", "vector_bucket_name", regional),
    },
  },
];

const separate: readonly PolicyOf[] = [
  // A file system has addresses in a network only. https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
  {
    terraform: "aws_efs_file_system_policy",
    of: "file_system_id",
    kind: "file-system",
    policy: "policy",
    guard: ({ change }) => ({ blocks: "yes", by: "network", at: change.at }),
  },
  { terraform: "aws_glacier_vault_lock", of: "vault_name", kind: "glacier-vault", policy: "policy", beside: true },
  { terraform: "aws_backup_vault_policy", of: "backup_vault_name", kind: "backup-vault", policy: "policy" },
  { terraform: "aws_dynamodb_resource_policy", of: "resource_arn", kind: "table", policy: "policy" },
  { terraform: "aws_s3control_access_point_policy", of: "access_point_arn", kind: "access-point", policy: "policy" },
  { terraform: "aws_s3control_bucket_policy", of: "bucket", kind: "bucket", policy: "policy" },
  {
    terraform: "aws_s3control_multi_region_access_point_policy",
    of: "details.name",
    kind: "access-point",
    policy: "details.policy",
  },
  {
    terraform: "aws_s3control_object_lambda_access_point_policy",
    of: "name",
    kind: "access-point",
    policy: "policy",
  },
  { terraform: "aws_s3control_access_grants_instance_resource_policy", kind: "access-point", policy: "policy" },
  {
    terraform: "aws_s3tables_table_bucket_policy",
    of: "table_bucket_arn",
    kind: "table-bucket",
    policy: "resource_policy",
  },
  { terraform: "aws_s3tables_table_policy", of: "name", kind: "table", policy: "resource_policy" },
  { terraform: "aws_s3vectors_vector_bucket_policy", of: "vector_bucket_arn", kind: "vector-bucket", policy: "policy" },
  { terraform: "aws_media_store_container_policy", of: "container_name", kind: "container", policy: "policy" },
];

/** An access point blocks public access unless it says otherwise, once and for all. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html */
function publicAccessBlock(resource: Resource): PublicAccessBlock | undefined {
  const block = field(resource.values, "public_access_block_configuration");
  if (block.kind === "list" && block.items.length === 0) return { blocks: truth(true), at: resource.change.at };
  const blocks = switchedOn(field(block, "restrict_public_buckets"), "yes");
  return { blocks, at: block.kind === "absent" ? resource.change.at : block.at };
}

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
