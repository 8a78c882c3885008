import { type AttributePolicy, attributePolicy } from "./attribute-policy.ts";
import { plainArn } from "./iam-arn.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

/** What stores data and is handed to others by attributes: snapshots, images, keys, shares, catalogs. */
const rows: readonly AttributePolicy[] = [
  // https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
  {
    terraform: "aws_kms_grant",
    of: "key_id",
    kind: "key",
    clauses: [
      { who: ["grantee_principal"], may: { in: "operations", of: "kms" } },
      { who: ["retiring_principal"], may: ["kms:RetireGrant"] },
    ],
  },
  {
    terraform: "aws_ami_launch_permission",
    of: "image_id",
    kind: "image",
    clauses: [
      {
        who: ["account_id", "group", "organization_arn", "organizational_unit_arn"],
        anyone: ["all"],
        may: ["ec2:RunInstances"],
      },
    ],
  },
  {
    terraform: "aws_snapshot_create_volume_permission",
    of: "snapshot_id",
    kind: "snapshot",
    clauses: [{ who: ["account_id"], may: ["ec2:CreateVolume"] }],
  },
  {
    terraform: "aws_db_snapshot",
    naming: {
      kind: "snapshot",
      names: ["db_snapshot_identifier", "id"],
      arn: plainArn("rds", "snapshot:", "db_snapshot_identifier", regional),
    },
    kind: "snapshot",
    clauses: [
      {
        who: ["shared_accounts"],
        anyone: ["all"],
        may: ["rds:RestoreDBInstanceFromDBSnapshot", "rds:CopyDBSnapshot"],
      },
    ],
  },
  {
    terraform: "aws_db_cluster_snapshot",
    naming: {
      kind: "snapshot",
      names: ["db_cluster_snapshot_identifier", "id"],
      arn: plainArn("rds", "cluster-snapshot:", "db_cluster_snapshot_identifier", regional),
    },
    kind: "snapshot",
    clauses: [
      {
        who: ["shared_accounts"],
        anyone: ["all"],
        may: ["rds:RestoreDBClusterFromSnapshot", "rds:CopyDBClusterSnapshot"],
      },
    ],
  },
  {
    terraform: "aws_redshift_data_share_authorization",
    of: "data_share_arn",
    kind: "share",
    clauses: [{ who: ["consumer_identifier"], may: ["redshift:AssociateDataShareConsumer"] }],
  },
  {
    terraform: "aws_s3control_access_grant",
    cloudformation: "AWS::S3::AccessGrant",
    spelling: { "grantee.grantee_identifier": "GranteeIdentifier" },
    of: "access_grants_location_id",
    kind: "access-point",
    clauses: [
      {
        who: ["grantee.grantee_identifier"],
        may: {
          in: "permission",
          of: "s3",
          words: { READ: ["GetObject"], WRITE: ["PutObject"], READWRITE: ["GetObject", "PutObject"] },
        },
      },
    ],
  },
  {
    terraform: "aws_cleanrooms_collaboration",
    cloudformation: "AWS::CleanRooms::Collaboration",
    spelling: { member: "Members", "member.account_id": "AccountId", "member.member_abilities": "MemberAbilities" },
    naming: { kind: "share", names: ["name"] },
    kind: "share",
    clauses: [{ each: "member", who: ["account_id"], may: { in: "member_abilities", of: "cleanrooms" } }],
  },
  {
    terraform: "aws_securitylake_subscriber",
    cloudformation: "AWS::SecurityLake::Subscriber",
    spelling: { "subscriber_identity.principal": "Principal", "subscriber_identity.external_id": "ExternalId" },
    naming: { kind: "share", names: ["subscriber_name"] },
    kind: "share",
    clauses: [
      {
        each: "subscriber_identity",
        who: ["principal"],
        may: ["lakeformation:GetDataAccess"],
        when: [["external_id", "StringEquals", "sts:ExternalId"]],
      },
    ],
  },
  ...lakeFormation(),
];

/** Lake Formation has words of its own for what may be done with a table. https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html */
function lakeFormation(): readonly AttributePolicy[] {
  const may = (path: string) => ({ in: path, of: "lakeformation" }) as const;
  return [
    {
      terraform: "aws_lakeformation_permissions",
      kind: "data-catalog",
      clauses: [
        { who: ["principal"], may: may("permissions") },
        { who: ["principal"], may: may("permissions_with_grant_option") },
      ],
    },
    {
      terraform: "aws_lakeformation_data_lake_settings",
      kind: "data-catalog",
      clauses: [
        { who: ["admins"], may: ["lakeformation:*"] },
        { who: ["read_only_admins"], may: ["lakeformation:GetDataLakeSettings", "lakeformation:ListPermissions"] },
        { each: "create_database_default_permissions", who: ["principal"], may: may("permissions") },
        { each: "create_table_default_permissions", who: ["principal"], may: may("permissions") },
        { who: ["external_data_filtering_allow_list"], may: ["lakeformation:GetDataAccess"] },
      ],
    },
    {
      terraform: "aws_glue_catalog_database",
      naming: { kind: "data-catalog", names: ["name"] },
      kind: "data-catalog",
      clauses: [
        {
          each: "create_table_default_permission",
          who: ["principal.data_lake_principal_identifier"],
          may: may("permissions"),
        },
      ],
    },
  ];
}

export default rows.map(attributePolicy) satisfies readonly ResourceType[];
