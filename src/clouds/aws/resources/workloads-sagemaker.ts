import { workloads } from "./workload.ts";

/** SageMaker. */
export default workloads([
  {
    terraform: "aws_sagemaker_data_quality_job_definition",
    cloudformation: "AWS::SageMaker::DataQualityJobDefinition",
    name: "name",
    roles: { role_arn: "job role" },
    inCloudFormation: { name: "JobDefinitionName" },
  },
  {
    terraform: "aws_sagemaker_device_fleet",
    cloudformation: "AWS::SageMaker::DeviceFleet",
    name: "device_fleet_name",
    roles: { role_arn: "fleet role" },
  },
  {
    terraform: "aws_sagemaker_endpoint_configuration",
    cloudformation: "AWS::SageMaker::EndpointConfig",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    inCloudFormation: { name: "EndpointConfigName" },
  },
  {
    terraform: "aws_sagemaker_feature_group",
    cloudformation: "AWS::SageMaker::FeatureGroup",
    name: "feature_group_name",
    roles: { role_arn: "storage role" },
  },
  { terraform: "aws_sagemaker_flow_definition", name: "flow_definition_name", roles: { role_arn: "flow role" } },
  {
    terraform: "aws_sagemaker_image",
    cloudformation: "AWS::SageMaker::Image",
    name: "image_name",
    roles: { role_arn: "image role" },
    inCloudFormation: { role_arn: "ImageRoleArn" },
  },
  {
    terraform: "aws_sagemaker_mlflow_tracking_server",
    cloudformation: "AWS::SageMaker::MlflowTrackingServer",
    name: "tracking_server_name",
    roles: { role_arn: "server role" },
    computes: true,
  },
  {
    terraform: "aws_sagemaker_model",
    cloudformation: "AWS::SageMaker::Model",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    inCloudFormation: { name: "ModelName" },
    computes: true,
  },
  {
    terraform: "aws_sagemaker_notebook_instance",
    cloudformation: "AWS::SageMaker::NotebookInstance",
    name: "name",
    roles: { role_arn: "notebook role" },
    inCloudFormation: { name: "NotebookInstanceName" },
    computes: true,
  },
  {
    terraform: "aws_sagemaker_pipeline",
    cloudformation: "AWS::SageMaker::Pipeline",
    name: "pipeline_name",
    roles: { role_arn: "pipeline role" },
    computes: true,
  },
]);
