import type { Spelling } from "../link/spelling.ts";
import { lambdaNaming } from "./lambda-permission.ts";
import { workloads } from "./workload.ts";

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html */
const beanstalk = {
  at: "setting",
  key: "name",
  value: "value",
  roles: { ServiceRole: "service role", ServiceRoleForManagedUpdates: "service role of updates" },
  profiles: { IamInstanceProfile: "instance profile" },
} as const;

/** The same in CloudFormation's words. */
const beanstalkThere: Spelling = { setting: "OptionSettings", "setting.name": "OptionName" };

const jobRoles = (container: string) => ({
  [`${container}.JobRoleArn`]: "job role",
  [`${container}.ExecutionRoleArn`]: "execution role",
});
const taskRoles = (tasks: string) => ({
  [`${tasks}.TaskProperties.TaskRoleArn`]: "task role",
  [`${tasks}.TaskProperties.ExecutionRoleArn`]: "execution role",
});

/** Functions, instances, jobs and applications. */
export default workloads([
  {
    terraform: "aws_amplify_app",
    cloudformation: "AWS::Amplify::App",
    name: "name",
    roles: { iam_service_role_arn: "service role", compute_role_arn: "compute role" },
    inCloudFormation: { iam_service_role_arn: "IAMServiceRole" },
    computes: true,
  },
  {
    terraform: "aws_apprunner_service",
    cloudformation: "AWS::AppRunner::Service",
    name: "service_name",
    roles: {
      "instance_configuration.instance_role_arn": "instance role",
      "source_configuration.authentication_configuration.access_role_arn": "access role",
    },
    computes: true,
  },
  {
    terraform: "aws_batch_compute_environment",
    cloudformation: "AWS::Batch::ComputeEnvironment",
    name: "name",
    onlyInCloudFormation: { "ComputeResources.ManagedInstancesProvider.InfrastructureRoleArn": "infrastructure role" },
    roles: { service_role: "service role", "compute_resources.spot_iam_fleet_role": "fleet role" },
    profiles: {
      "compute_resources.instance_role": "instance profile",
      "ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.Ec2InstanceProfileArn": "instance profile",
    },
    inCloudFormation: { name: "ComputeEnvironmentName" },
  },
  {
    terraform: "aws_batch_job_definition",
    cloudformation: "AWS::Batch::JobDefinition",
    name: "name",
    inCloudFormation: { name: "JobDefinitionName" },
    onlyInCloudFormation: {
      ...jobRoles("ContainerProperties"),
      ...taskRoles("EcsProperties"),
      ...jobRoles("NodeProperties.NodeRangeProperties.Container"),
      ...taskRoles("NodeProperties.NodeRangeProperties.EcsProperties"),
    },
    json: {
      attributes: ["container_properties", "ecs_properties", "node_properties"],
      roles: { jobRoleArn: "job role", taskRoleArn: "task role", executionRoleArn: "execution role" },
    },
    computes: true,
  },
  {
    terraform: "aws_cloud9_environment_ec2",
    cloudformation: "AWS::Cloud9::EnvironmentEC2",
    name: "name",
    roles: { owner_arn: "owner" },
  },
  {
    terraform: "aws_elastic_beanstalk_application",
    cloudformation: "AWS::ElasticBeanstalk::Application",
    name: "name",
    roles: { "appversion_lifecycle.service_role": "service role" },
    inCloudFormation: {
      "appversion_lifecycle.service_role": "ResourceLifecycleConfig.ServiceRole",
      name: "ApplicationName",
    },
  },
  {
    terraform: "aws_elastic_beanstalk_configuration_template",
    cloudformation: "AWS::ElasticBeanstalk::ConfigurationTemplate",
    name: "name",
    pairs: beanstalk,
    spelling: beanstalkThere,
    untaggable: true,
  },
  {
    terraform: "aws_elastic_beanstalk_environment",
    cloudformation: "AWS::ElasticBeanstalk::Environment",
    name: "name",
    pairs: beanstalk,
    spelling: beanstalkThere,
    inCloudFormation: { name: "EnvironmentName" },
    onlyInCloudFormation: { OperationsRole: "operations role" },
    computes: true,
  },
  {
    terraform: "aws_instance",
    cloudformation: "AWS::EC2::Instance",
    name: "id",
    profiles: { iam_instance_profile: "instance profile" },
    computes: true,
  },
  {
    terraform: "aws_lambda_capacity_provider",
    cloudformation: "AWS::Lambda::CapacityProvider",
    name: "name",
    roles: { "permissions_config.capacity_provider_operator_role_arn": "operator role" },
  },
  {
    terraform: "aws_lambda_event_source_mapping",
    cloudformation: "AWS::Lambda::EventSourceMapping",
    name: "id",
    functions: { function_name: "role of its function" },
  },
  {
    terraform: "aws_lambda_function",
    cloudformation: "AWS::Lambda::Function",
    name: "function_name",
    naming: lambdaNaming,
    roles: { role: "execution role" },
    computes: true,
  },
  {
    terraform: "aws_m2_application",
    cloudformation: "AWS::M2::Application",
    name: "name",
    roles: { role_arn: "application role" },
  },
]);
