import { workloads } from "./workload.ts";

/** What moves data. */
export default workloads([
  {
    terraform: "aws_appflow_connector_profile",
    cloudformation: "AWS::AppFlow::ConnectorProfile",
    name: "name",
    roles: {
      "connector_profile_config.connector_profile_properties.redshift.role_arn": "storage role",
      "connector_profile_config.connector_profile_properties.redshift.data_api_role_arn": "data API role",
    },
    inCloudFormation: { name: "ConnectorProfileName" },
    untaggable: true,
  },
  {
    terraform: "aws_appflow_flow",
    cloudformation: "AWS::AppFlow::Flow",
    name: "name",
    roles: { "metadata_catalog_config.glue_data_catalog.role_arn": "catalog role" },
    inCloudFormation: { name: "FlowName" },
  },
  {
    terraform: "aws_datasync_location_efs",
    cloudformation: "AWS::DataSync::LocationEFS",
    name: "id",
    roles: { file_system_access_role_arn: "file system access role" },
  },
  {
    terraform: "aws_datasync_location_s3",
    cloudformation: "AWS::DataSync::LocationS3",
    name: "id",
    roles: { "s3_config.bucket_access_role_arn": "bucket access role" },
  },
  {
    terraform: "aws_datasync_task",
    cloudformation: "AWS::DataSync::Task",
    name: "name",
    roles: { "task_report_config.s3_destination.bucket_access_role_arn": "report role" },
    inCloudFormation: {
      "task_report_config.s3_destination.bucket_access_role_arn": "TaskReportConfig.Destination.S3.BucketAccessRoleArn",
    },
  },
  {
    terraform: "aws_dms_endpoint",
    cloudformation: "AWS::DMS::Endpoint",
    name: "endpoint_id",
    roles: {
      service_access_role: "service access role",
      secrets_manager_access_role_arn: "secrets role",
      "elasticsearch_settings.service_access_role_arn": "service access role",
      "kinesis_settings.service_access_role_arn": "service access role",
      "mysql_settings.service_access_role_arn": "service access role",
      "postgres_settings.service_access_role_arn": "service access role",
      "redshift_settings.service_access_role_arn": "service access role",
    },
    inCloudFormation: { endpoint_id: "EndpointIdentifier" },
  },
  { terraform: "aws_dms_s3_endpoint", name: "endpoint_id", roles: { service_access_role_arn: "service access role" } },
  { terraform: "aws_storagegateway_nfs_file_share", name: "file_share_name", roles: { role_arn: "storage role" } },
  { terraform: "aws_storagegateway_smb_file_share", name: "file_share_name", roles: { role_arn: "storage role" } },
  { terraform: "aws_transfer_access", name: "external_id", roles: { role: "user role" }, untaggable: true },
  {
    terraform: "aws_transfer_agreement",
    cloudformation: "AWS::Transfer::Agreement",
    name: "id",
    roles: { access_role: "access role" },
  },
  {
    terraform: "aws_transfer_connector",
    cloudformation: "AWS::Transfer::Connector",
    name: "id",
    roles: { access_role: "access role", logging_role: "logging role" },
  },
  {
    terraform: "aws_transfer_server",
    cloudformation: "AWS::Transfer::Server",
    name: "id",
    roles: {
      invocation_role: "identity provider role",
      logging_role: "logging role",
      "workflow_details.on_upload.execution_role": "workflow role",
      "workflow_details.on_partial_upload.execution_role": "workflow role",
    },
    inCloudFormation: { invocation_role: "IdentityProviderDetails.InvocationRole" },
  },
  {
    terraform: "aws_transfer_user",
    cloudformation: "AWS::Transfer::User",
    name: "user_name",
    roles: { role: "user role" },
  },
  {
    terraform: "aws_transfer_web_app",
    cloudformation: "AWS::Transfer::WebApp",
    name: "id",
    roles: { "identity_provider_details.identity_center_config.role": "web app role" },
    inCloudFormation: { "identity_provider_details.identity_center_config.role": "IdentityProviderDetails.Role" },
  },
]);
