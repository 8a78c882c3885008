import { workloads } from "./workload.ts";

/** Databases and search domains. */
export default workloads([
  {
    terraform: "aws_dax_cluster",
    cloudformation: "AWS::DAX::Cluster",
    name: "cluster_name",
    roles: { iam_role_arn: "service role" },
    inCloudFormation: { iam_role_arn: "IAMRoleARN" },
  },
  {
    terraform: "aws_db_instance",
    cloudformation: "AWS::RDS::DBInstance",
    name: "identifier",
    roles: {
      monitoring_role_arn: "monitoring role",
      domain_iam_role_name: "directory role",
      "s3_import.ingestion_role": "import role",
    },
    profiles: { custom_iam_instance_profile: "instance profile" },
    inCloudFormation: {
      domain_iam_role_name: "DomainIAMRoleName",
      custom_iam_instance_profile: "CustomIAMInstanceProfile",
      identifier: "DBInstanceIdentifier",
    },
  },
  {
    terraform: "aws_db_proxy",
    cloudformation: "AWS::RDS::DBProxy",
    name: "name",
    roles: { role_arn: "secrets role" },
    inCloudFormation: { name: "DBProxyName" },
  },
  {
    terraform: "aws_elasticsearch_domain",
    cloudformation: "AWS::Elasticsearch::Domain",
    name: "domain_name",
    roles: { "cognito_options.role_arn": "sign-in role" },
  },
  { terraform: "aws_finspace_kx_cluster", name: "name", roles: { execution_role: "execution role" }, computes: true },
  { terraform: "aws_finspace_kx_user", name: "name", roles: { iam_role: "user role" } },
  {
    terraform: "aws_neptune_cluster",
    cloudformation: "AWS::Neptune::DBCluster",
    name: "cluster_identifier",
    roleLists: { iam_roles: "associated role" },
    inCloudFormation: { iam_roles: "AssociatedRoles.RoleArn", cluster_identifier: "DBClusterIdentifier" },
  },
  {
    terraform: "aws_opensearch_domain",
    cloudformation: "AWS::OpenSearchService::Domain",
    name: "domain_name",
    roles: { "cognito_options.role_arn": "sign-in role" },
  },
  {
    terraform: "aws_qldb_stream",
    cloudformation: "AWS::QLDB::Stream",
    name: "stream_name",
    roles: { role_arn: "stream role" },
  },
  {
    terraform: "aws_rds_cluster_instance",
    name: "identifier",
    roles: { monitoring_role_arn: "monitoring role" },
    profiles: { custom_iam_instance_profile: "instance profile" },
  },
  {
    terraform: "aws_rds_cluster",
    cloudformation: "AWS::RDS::DBCluster",
    name: "cluster_identifier",
    roles: {
      monitoring_role_arn: "monitoring role",
      domain_iam_role_name: "directory role",
      "s3_import.ingestion_role": "import role",
    },
    roleLists: { iam_roles: "associated role" },
    inCloudFormation: {
      domain_iam_role_name: "DomainIAMRoleName",
      iam_roles: "AssociatedRoles.RoleArn",
      cluster_identifier: "DBClusterIdentifier",
    },
  },
  {
    terraform: "aws_rds_export_task",
    name: "export_task_identifier",
    roles: { iam_role_arn: "export role" },
    untaggable: true,
  },
  {
    terraform: "aws_redshift_cluster",
    cloudformation: "AWS::Redshift::Cluster",
    name: "cluster_identifier",
    roles: { default_iam_role_arn: "default role" },
    roleLists: { iam_roles: "associated role" },
  },
  {
    terraform: "aws_redshift_scheduled_action",
    cloudformation: "AWS::Redshift::ScheduledAction",
    name: "name",
    roles: { iam_role: "scheduler role" },
    inCloudFormation: { name: "ScheduledActionName" },
    untaggable: true,
  },
  {
    terraform: "aws_redshiftserverless_namespace",
    cloudformation: "AWS::RedshiftServerless::Namespace",
    name: "namespace_name",
    roles: { default_iam_role_arn: "default role" },
    roleLists: { iam_roles: "associated role" },
  },
  {
    terraform: "aws_timestreamquery_scheduled_query",
    cloudformation: "AWS::Timestream::ScheduledQuery",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    inCloudFormation: { execution_role_arn: "ScheduledQueryExecutionRoleArn", name: "ScheduledQueryName" },
  },
]);
