import { workloads } from "./workload.ts";

/** Buckets, volumes and their copies. */
export default workloads([
  {
    terraform: "aws_backup_plan",
    cloudformation: "AWS::Backup::BackupPlan",
    name: "name",
    roles: { "scan_setting.scanner_role_arn": "scanner role" },
    inCloudFormation: { "scan_setting.scanner_role_arn": "BackupPlan.ScanSettings.ScannerRoleArn" },
  },
  {
    terraform: "aws_backup_restore_testing_selection",
    cloudformation: "AWS::Backup::RestoreTestingSelection",
    name: "name",
    roles: { iam_role_arn: "restore role" },
    inCloudFormation: { name: "RestoreTestingSelectionName" },
    untaggable: true,
  },
  {
    terraform: "aws_backup_selection",
    cloudformation: "AWS::Backup::BackupSelection",
    name: "name",
    roles: { iam_role_arn: "backup role" },
    inCloudFormation: { iam_role_arn: "BackupSelection.IamRoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_dlm_lifecycle_policy",
    cloudformation: "AWS::DLM::LifecyclePolicy",
    name: "id",
    roles: { execution_role_arn: "execution role" },
  },
  {
    terraform: "aws_efs_file_system",
    cloudformation: "AWS::EFS::FileSystem",
    onlyInCloudFormation: { "ReplicationConfiguration.Destinations.RoleArn": "replication role" },
  },
  { terraform: "aws_ebs_snapshot_import", name: "id", roles: { role_name: "import role" } },
  {
    terraform: "aws_s3_bucket_replication_configuration",
    name: "bucket",
    roles: { role: "replication role" },
    untaggable: true,
  },
  {
    terraform: "aws_s3_bucket",
    cloudformation: "AWS::S3::Bucket",
    name: "bucket",
    onlyInCloudFormation: { "MetadataConfiguration.AnnotationTableConfiguration.Role": "metadata role" },
    roles: { "replication_configuration.role": "replication role" },
    inCloudFormation: { bucket: "BucketName" },
  },
  {
    terraform: "aws_s3control_access_grants_location",
    cloudformation: "AWS::S3::AccessGrantsLocation",
    name: "location_scope",
    roles: { iam_role_arn: "location role" },
  },
  {
    terraform: "aws_s3tables_table_bucket",
    cloudformation: "AWS::S3Tables::TableBucket",
    onlyInCloudFormation: { "ReplicationConfiguration.Role": "replication role" },
  },
  {
    terraform: "aws_s3tables_table_bucket_replication",
    name: "table_bucket_arn",
    roles: { role: "replication role" },
    untaggable: true,
  },
  {
    terraform: "aws_s3tables_table_replication",
    name: "table_arn",
    roles: { role: "replication role" },
    untaggable: true,
  },
]);
