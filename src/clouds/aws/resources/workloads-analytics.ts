import { workloads } from "./workload.ts";

/** https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-object-default.html */
const dataPipeline = {
  at: "pipeline_object.field",
  key: "key",
  value: "string_value",
  roles: { role: "pipeline role" },
  profiles: { resourceRole: "instance profile" },
} as const;

/** Analytics and documents. */
export default workloads([
  {
    terraform: "aws_cleanrooms_membership",
    cloudformation: "AWS::CleanRooms::Membership",
    name: "id",
    onlyInCloudFormation: { "DefaultJobResultConfiguration.RoleArn": "job result role" },
    roles: { "default_result_configuration.role_arn": "result role" },
  },
  {
    terraform: "aws_datapipeline_pipeline_definition",
    cloudformation: "AWS::DataPipeline::Pipeline",
    name: "pipeline_id",
    pairs: dataPipeline,
    spelling: {
      pipeline_object: "PipelineObjects",
      "pipeline_object.field": "Fields",
      "pipeline_object.field.string_value": "StringValue",
    },
    inCloudFormation: { pipeline_id: "Name" },
    untaggable: true,
  },
  {
    terraform: "aws_emr_cluster",
    cloudformation: "AWS::EMR::Cluster",
    name: "name",
    roles: { service_role: "service role", autoscaling_role: "scaling role" },
    profiles: { "ec2_attributes.instance_profile": "instance profile" },
    inCloudFormation: { autoscaling_role: "AutoScalingRole", "ec2_attributes.instance_profile": "JobFlowRole" },
    computes: true,
  },
  {
    terraform: "aws_emr_studio",
    cloudformation: "AWS::EMR::Studio",
    name: "name",
    roles: { service_role: "service role", user_role: "user role" },
  },
  {
    terraform: "aws_kendra_data_source",
    cloudformation: "AWS::Kendra::DataSource",
    name: "name",
    roles: { role_arn: "data source role", "custom_document_enrichment_configuration.role_arn": "enrichment role" },
  },
  { terraform: "aws_kendra_experience", name: "name", roles: { role_arn: "experience role" }, untaggable: true },
  { terraform: "aws_kendra_faq", cloudformation: "AWS::Kendra::Faq", name: "name", roles: { role_arn: "access role" } },
  {
    terraform: "aws_kendra_index",
    cloudformation: "AWS::Kendra::Index",
    name: "name",
    roles: { role_arn: "index role" },
  },
  {
    terraform: "aws_kendra_query_suggestions_block_list",
    cloudformation: "AWS::Kendra::QuerySuggestionsBlockList",
    name: "name",
    roles: { role_arn: "access role" },
  },
  {
    terraform: "aws_kendra_thesaurus",
    cloudformation: "AWS::Kendra::Thesaurus",
    name: "name",
    roles: { role_arn: "access role" },
  },
  {
    terraform: "aws_mwaa_environment",
    cloudformation: "AWS::MWAA::Environment",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    computes: true,
  },
  {
    terraform: "aws_qbusiness_application",
    cloudformation: "AWS::QBusiness::Application",
    name: "display_name",
    roles: { iam_service_role_arn: "service role" },
    inCloudFormation: { iam_service_role_arn: "RoleArn" },
  },
  {
    terraform: "aws_quicksight_data_source",
    cloudformation: "AWS::QuickSight::DataSource",
    name: "name",
    onlyInCloudFormation: {
      "DataSourceParameters.AthenaParameters.ConsumerAccountRoleArn": "data source role",
      "DataSourceParameters.AthenaParameters.RoleArn": "data source role",
      "DataSourceParameters.RedshiftParameters.IAMParameters.RoleArn": "data source role",
      "AlternateDataSourceParameters.AthenaParameters.ConsumerAccountRoleArn": "data source role",
      "AlternateDataSourceParameters.AthenaParameters.RoleArn": "data source role",
      "AlternateDataSourceParameters.RedshiftParameters.IAMParameters.RoleArn": "data source role",
      "AlternateDataSourceParameters.S3Parameters.RoleArn": "data source role",
      "Credentials.CredentialPair.AlternateDataSourceParameters.AthenaParameters.ConsumerAccountRoleArn":
        "data source role",
      "Credentials.CredentialPair.AlternateDataSourceParameters.AthenaParameters.RoleArn": "data source role",
      "Credentials.CredentialPair.AlternateDataSourceParameters.RedshiftParameters.IAMParameters.RoleArn":
        "data source role",
      "Credentials.CredentialPair.AlternateDataSourceParameters.S3Parameters.RoleArn": "data source role",
    },
    roles: { "parameters.s3.role_arn": "data source role" },
    inCloudFormation: { "parameters.s3.role_arn": "DataSourceParameters.S3Parameters.RoleArn" },
  },
  {
    terraform: "aws_quicksight_vpc_connection",
    cloudformation: "AWS::QuickSight::VPCConnection",
    name: "name",
    roles: { role_arn: "network role" },
  },
]);
