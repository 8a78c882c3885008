import { workloads } from "./workload.ts";

/** What operates systems, and tests them. */
export default workloads([
  {
    terraform: "aws_appconfig_configuration_profile",
    cloudformation: "AWS::AppConfig::ConfigurationProfile",
    name: "name",
    roles: { retrieval_role_arn: "retrieval role" },
  },
  {
    terraform: "aws_appconfig_environment",
    cloudformation: "AWS::AppConfig::Environment",
    name: "name",
    roles: { "monitor.alarm_role_arn": "alarm role" },
    inCloudFormation: { "monitor.alarm_role_arn": "Monitors.AlarmRoleArn" },
  },
  {
    terraform: "aws_appconfig_extension",
    cloudformation: "AWS::AppConfig::Extension",
    name: "name",
    roles: { "action_point.action.role_arn": "action role" },
    inCloudFormation: { "action_point.action.role_arn": "Actions.*.RoleArn" },
  },
  {
    terraform: "aws_fis_experiment_template",
    cloudformation: "AWS::FIS::ExperimentTemplate",
    name: "id",
    roles: { role_arn: "experiment role" },
  },
  {
    terraform: "aws_fis_target_account_configuration",
    cloudformation: "AWS::FIS::TargetAccountConfiguration",
    name: "account_id",
    roles: { role_arn: "target account role" },
    untaggable: true,
  },
  { terraform: "aws_ssm_activation", name: "name", roles: { iam_role: "instance role" } },
  {
    terraform: "aws_ssm_association",
    cloudformation: "AWS::SSM::Association",
    name: "association_name",
    onlyInCloudFormation: { AssociationDispatchAssumeRole: "dispatch role" },
    roles: { "parameters.AutomationAssumeRole": "automation role" },
  },
  {
    terraform: "aws_ssm_maintenance_window_task",
    cloudformation: "AWS::SSM::MaintenanceWindowTask",
    name: "name",
    roles: {
      service_role_arn: "service role",
      "task_invocation_parameters.run_command_parameters.service_role_arn": "run command role",
    },
    inCloudFormation: {
      "task_invocation_parameters.run_command_parameters.service_role_arn":
        "TaskInvocationParameters.MaintenanceWindowRunCommandParameters.ServiceRoleArn",
    },
    untaggable: true,
  },
  {
    terraform: "aws_ssmincidents_response_plan",
    cloudformation: "AWS::SSMIncidents::ResponsePlan",
    name: "name",
    roles: { "action.ssm_automation.role_arn": "automation role" },
    inCloudFormation: { "action.ssm_automation.role_arn": "Actions.SsmAutomation.RoleArn" },
  },
  {
    terraform: "aws_ssmquicksetup_configuration_manager",
    cloudformation: "AWS::SSMQuickSetup::ConfigurationManager",
    name: "name",
    roles: {
      "configuration_definition.local_deployment_administration_role_arn": "administration role",
      "configuration_definition.local_deployment_execution_role_name": "execution role",
    },
    inCloudFormation: {
      "configuration_definition.local_deployment_administration_role_arn":
        "ConfigurationDefinitions.LocalDeploymentAdministrationRoleArn",
      "configuration_definition.local_deployment_execution_role_name":
        "ConfigurationDefinitions.LocalDeploymentExecutionRoleName",
    },
  },
  {
    terraform: "aws_synthetics_canary",
    cloudformation: "AWS::Synthetics::Canary",
    name: "name",
    roles: { execution_role_arn: "execution role" },
    computes: true,
  },
]);
