import { workloads } from "./workload.ts";

/** The catalog of data. */
export default workloads([
  {
    terraform: "aws_athena_workgroup",
    cloudformation: "AWS::Athena::WorkGroup",
    name: "name",
    onlyInCloudFormation: { "WorkGroupConfigurationUpdates.ExecutionRole": "execution role" },
    roles: { "configuration.execution_role": "execution role" },
    inCloudFormation: { "configuration.execution_role": "WorkGroupConfiguration.ExecutionRole" },
  },
  {
    terraform: "aws_datazone_domain",
    cloudformation: "AWS::DataZone::Domain",
    name: "name",
    roles: { domain_execution_role: "domain execution role", service_role: "service role" },
  },
  {
    terraform: "aws_datazone_environment_blueprint_configuration",
    cloudformation: "AWS::DataZone::EnvironmentBlueprintConfiguration",
    name: "environment_blueprint_id",
    onlyInCloudFormation: {
      "ProvisioningConfigurations.LakeFormationConfiguration.LocationRegistrationRole": "registration role",
    },
    roles: { manage_access_role_arn: "access role", provisioning_role_arn: "provisioning role" },
    untaggable: true,
  },
  {
    terraform: "aws_glue_catalog_table_optimizer",
    cloudformation: "AWS::Glue::TableOptimizer",
    name: "table_name",
    roles: { "configuration.role_arn": "optimizer role" },
    inCloudFormation: { "configuration.role_arn": "TableOptimizerConfiguration.RoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_glue_crawler",
    cloudformation: "AWS::Glue::Crawler",
    name: "name",
    roles: { role: "crawler role" },
    computes: true,
  },
  {
    terraform: "aws_glue_data_catalog_encryption_settings",
    cloudformation: "AWS::Glue::DataCatalogEncryptionSettings",
    name: "id",
    roles: { "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_service_role": "encryption role" },
    untaggable: true,
  },
  {
    terraform: "aws_glue_dev_endpoint",
    cloudformation: "AWS::Glue::DevEndpoint",
    name: "name",
    roles: { role_arn: "endpoint role" },
    inCloudFormation: { name: "EndpointName" },
    computes: true,
  },
  {
    terraform: "aws_glue_job",
    cloudformation: "AWS::Glue::Job",
    name: "name",
    roles: { role_arn: "job role" },
    inCloudFormation: { role_arn: "Role" },
    computes: true,
  },
  {
    terraform: "aws_glue_ml_transform",
    cloudformation: "AWS::Glue::MLTransform",
    name: "name",
    roles: { role_arn: "transform role" },
    inCloudFormation: { role_arn: "Role" },
  },
  {
    terraform: "aws_lakeformation_resource",
    cloudformation: "AWS::LakeFormation::Resource",
    name: "arn",
    roles: { role_arn: "location role" },
    untaggable: true,
  },
]);
