import { workloads } from "./workload.ts";

/** What builds and deploys. */
export default workloads([
  {
    terraform: "aws_cloudcontrolapi_resource",
    name: "type_name",
    roles: { role_arn: "deployment role" },
    untaggable: true,
  },
  {
    terraform: "aws_cloudformation_stack_set",
    cloudformation: "AWS::CloudFormation::StackSet",
    name: "name",
    roles: { administration_role_arn: "administration role", execution_role_name: "execution role" },
    inCloudFormation: { administration_role_arn: "AdministrationRoleARN", name: "StackSetName" },
  },
  { terraform: "aws_cloudformation_stack", name: "name", roles: { iam_role_arn: "deployment role" } },
  {
    terraform: "aws_cloudformation_type",
    cloudformation: "AWS::CloudFormation::ResourceVersion",
    name: "type_name",
    roles: { execution_role_arn: "execution role", "logging_config.log_role_arn": "logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_codebuild_fleet",
    cloudformation: "AWS::CodeBuild::Fleet",
    name: "name",
    roles: { fleet_service_role: "service role" },
    computes: true,
  },
  {
    terraform: "aws_codebuild_project",
    cloudformation: "AWS::CodeBuild::Project",
    name: "name",
    roles: {
      service_role: "service role",
      resource_access_role: "resource access role",
      "build_batch_config.service_role": "batch service role",
    },
    computes: true,
  },
  {
    terraform: "aws_codedeploy_deployment_group",
    cloudformation: "AWS::CodeDeploy::DeploymentGroup",
    name: "deployment_group_name",
    roles: { service_role_arn: "service role" },
  },
  {
    terraform: "aws_codepipeline",
    cloudformation: "AWS::CodePipeline::Pipeline",
    name: "name",
    roles: {
      role_arn: "pipeline role",
      "stage.action.role_arn": "action role",
      "stage.before_entry.condition.rule.role_arn": "entry rule role",
      "stage.on_failure.condition.rule.role_arn": "failure rule role",
      "stage.on_success.condition.rule.role_arn": "success rule role",
    },
    inCloudFormation: {
      "stage.action.role_arn": "Stages.Actions.RoleArn",
      "stage.before_entry.condition.rule.role_arn": "Stages.BeforeEntry.Conditions.Rules.RoleArn",
      "stage.on_failure.condition.rule.role_arn": "Stages.OnFailure.Conditions.Rules.RoleArn",
      "stage.on_success.condition.rule.role_arn": "Stages.OnSuccess.Conditions.Rules.RoleArn",
    },
    computes: true,
  },
  {
    terraform: "aws_servicecatalog_constraint",
    name: "id",
    json: {
      attributes: ["parameters"],
      roles: {
        RoleArn: "launch role",
        LocalRoleName: "launch role",
        AdminRole: "administration role",
        ExecutionRole: "execution role",
      },
    },
    untaggable: true,
  },
  {
    terraform: "aws_servicecatalog_service_action",
    cloudformation: "AWS::ServiceCatalog::ServiceAction",
    name: "name",
    roles: { "definition.assume_role": "action role" },
    // Pairs, as only CloudFormation has them.
    pairs: { at: "definition", key: "Key", value: "Value", roles: { AssumeRole: "action role" } },
    untaggable: true,
  },
]);
