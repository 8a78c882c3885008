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
    cloudformation: "AWS::MediaStore::Container",
    naming: { kind: "container", names: ["container_name"] },
    policy: "policy",
  },
  {
    cloudformation: "AWS::S3Express::AccessPoint",
    naming: { kind: "access-point", names: ["name"] },
    policy: "policy",
    guard: (resource) => insideNetwork(resource, "vpc_configuration"),
  },
  {
    terraform: "aws_s3_access_point",
    cloudformation: "AWS::S3::AccessPoint",
    spelling: {
      vpc_configuration: "VpcConfiguration",
      "public_access_block_configuration.restrict_public_buckets": "RestrictPublicBuckets",
    },
    naming: { kind: "access-point", names: ["name", "id"], arn: plainArn("s3", "accesspoint/", "name", regional) },
    policy: "policy",
    guard: (resource) => insideNetwork(resource, "vpc_configuration") ?? publicAccessBlock(resource),
  },
  {
    terraform: "aws_fsx_s3_access_point_attachment",
    cloudformation: "AWS::FSx::S3AccessPointAttachment",
    spelling: {
      s3_access_point: "S3AccessPoint",
      "s3_access_point.policy": "Policy",
      "s3_access_point.vpc_configuration": "VpcConfiguration",
    },
    naming: { kind: "access-point", names: ["name"] },
    policy: "s3_access_point.policy",
    guard: (resource) => insideNetwork(resource, "s3_access_point.vpc_configuration"),
  },
  {
    terraform: "aws_efs_file_system",
    cloudformation: "AWS::EFS::FileSystem",
    spelling: { policy: "FileSystemPolicy" },
    naming: { kind: "file-system", names: ["id"], generated: true },
    policy: "policy",
    guard: fromNetworksOnly,
  },
  {
    terraform: "aws_glacier_vault",
    naming: { kind: "glacier-vault", names: ["name", "id"], arn: plainArn("glacier", "vaults/", "name", regional) },
    policy: "access_policy",
  },
  {
    terraform: "aws_backup_vault",
    cloudformation: "AWS::Backup::BackupVault",
    spelling: { name: "BackupVaultName", policy: "AccessPolicy" },
    naming: { kind: "backup-vault", names: ["name", "id"], arn: plainArn("backup", "backup-vault:", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_dynamodb_table",
    cloudformation: "AWS::DynamoDB::Table",
    spelling: { name: "TableName", "resource_policy.policy": "PolicyDocument" },
    naming: { kind: "table", names: ["name", "id"], arn: plainArn("dynamodb", "table/", "name", regional) },
    policy: "resource_policy.policy",
    policies: ["StreamSpecification.ResourcePolicy.PolicyDocument"],
  },
  {
    terraform: "aws_s3tables_table_bucket",
    cloudformation: "AWS::S3Tables::TableBucket",
    spelling: { name: "TableBucketName" },
    naming: { kind: "table-bucket", names: ["name"], arn: plainArn("s3tables", "bucket/", "name", regional) },
  },
  {
    terraform: "aws_s3vectors_vector_bucket",
    cloudformation: "AWS::S3Vectors::VectorBucket",
    naming: {
      kind: "vector-bucket",
      names: ["vector_bucket_name"],
      arn: plainArn("s3vectors", "bucket/", "vector_bucket_name", regional),
    },
  },
];

const separate: readonly PolicyOf[] = [
  { cloudformation: "AWS::S3::MultiRegionAccessPointPolicy", of: "mrap_name", kind: "access-point", policy: "policy" },
  { cloudformation: "AWS::S3Express::BucketPolicy", of: "bucket", kind: "bucket", policy: "policy_document" },
  {
    cloudformation: "AWS::S3Files::FileSystemPolicy",
    of: "file_system_id",
    kind: "file-system",
    policy: "policy",
    guard: fromNetworksOnly,
  },
  { cloudformation: "AWS::S3Outposts::AccessPoint", kind: "access-point", policy: "policy", guard: fromNetworksOnly },
  {
    terraform: "aws_efs_file_system_policy",
    of: "file_system_id",
    kind: "file-system",
    policy: "policy",
    guard: fromNetworksOnly,
  },
  { terraform: "aws_glacier_vault_lock", of: "vault_name", kind: "glacier-vault", policy: "policy", beside: true },
  { terraform: "aws_backup_vault_policy", of: "backup_vault_name", kind: "backup-vault", policy: "policy" },
  { terraform: "aws_dynamodb_resource_policy", of: "resource_arn", kind: "table", policy: "policy" },
  { terraform: "aws_s3control_access_point_policy", of: "access_point_arn", kind: "access-point", policy: "policy" },
  {
    terraform: "aws_s3control_bucket_policy",
    cloudformation: "AWS::S3Outposts::BucketPolicy",
    spelling: { policy: "PolicyDocument" },
    of: "bucket",
    kind: "bucket",
    policy: "policy",
  },
  {
    terraform: "aws_s3control_multi_region_access_point_policy",
    of: "details.name",
    kind: "access-point",
    policy: "details.policy",
  },
  {
    terraform: "aws_s3control_object_lambda_access_point_policy",
    cloudformation: "AWS::S3ObjectLambda::AccessPointPolicy",
    spelling: { name: "ObjectLambdaAccessPoint", policy: "PolicyDocument" },
    of: "name",
    kind: "access-point",
    policy: "policy",
  },
  { terraform: "aws_s3control_access_grants_instance_resource_policy", kind: "access-point", policy: "policy" },
  {
    terraform: "aws_s3tables_table_bucket_policy",
    cloudformation: "AWS::S3Tables::TableBucketPolicy",
    spelling: { table_bucket_arn: "TableBucketARN" },
    of: "table_bucket_arn",
    kind: "table-bucket",
    policy: "resource_policy",
  },
  {
    terraform: "aws_s3tables_table_policy",
    cloudformation: "AWS::S3Tables::TablePolicy",
    spelling: { name: "TableARN" },
    of: "name",
    kind: "table",
    policy: "resource_policy",
  },
  {
    terraform: "aws_s3vectors_vector_bucket_policy",
    cloudformation: "AWS::S3Vectors::VectorBucketPolicy",
    of: "vector_bucket_arn",
    kind: "vector-bucket",
    policy: "policy",
  },
  { terraform: "aws_media_store_container_policy", of: "container_name", kind: "container", policy: "policy" },
];

/** A file system has addresses in a network only. https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html */
function fromNetworksOnly({ change }: Resource): PublicAccessBlock {
  return { blocks: "yes", by: "network", at: change.at };
}

/** An access point blocks public access unless it says otherwise, once and for all. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html */
function publicAccessBlock(resource: Resource): PublicAccessBlock | undefined {
  const block = field(resource.values, "public_access_block_configuration");
  if (block.kind === "list" && block.items.length === 0) return { blocks: truth(true), at: resource.change.at };
  const blocks = switchedOn(field(block, "restrict_public_buckets"), "yes");
  return { blocks, at: block.kind === "absent" ? resource.change.at : block.at };
}

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
