import { workloads } from "./workload.ts";

/** https://docs.aws.amazon.com/config/latest/developerguide/setup-autoremediation.html */
const remediation = {
  at: "parameter",
  key: "name",
  value: "static_value",
  roles: { AutomationAssumeRole: "automation role" },
} as const;

/** What watches over an account. */
export default workloads([
  {
    terraform: "aws_auditmanager_assessment_delegation",
    name: "id",
    roles: { role_arn: "audit delegate" },
    untaggable: true,
  },
  {
    terraform: "aws_auditmanager_assessment",
    cloudformation: "AWS::AuditManager::Assessment",
    name: "name",
    onlyInCloudFormation: { "Delegations.RoleArn": "audit delegate" },
    roles: { "roles.role_arn": "audit owner" },
  },
  {
    terraform: "aws_budgets_budget_action",
    cloudformation: "AWS::Budgets::BudgetsAction",
    name: "budget_name",
    roles: { execution_role_arn: "execution role" },
  },
  {
    terraform: "aws_chatbot_slack_channel_configuration",
    cloudformation: "AWS::Chatbot::SlackChannelConfiguration",
    name: "configuration_name",
    roles: { iam_role_arn: "channel role" },
  },
  {
    terraform: "aws_chatbot_teams_channel_configuration",
    cloudformation: "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
    name: "configuration_name",
    roles: { iam_role_arn: "channel role" },
  },
  {
    terraform: "aws_config_configuration_aggregator",
    cloudformation: "AWS::Config::ConfigurationAggregator",
    name: "name",
    roles: { "organization_aggregation_source.role_arn": "organization role" },
    inCloudFormation: { name: "ConfigurationAggregatorName" },
  },
  {
    terraform: "aws_config_configuration_recorder",
    cloudformation: "AWS::Config::ConfigurationRecorder",
    name: "name",
    roles: { role_arn: "recorder role" },
    inCloudFormation: { role_arn: "RoleARN" },
    untaggable: true,
  },
  {
    terraform: "aws_config_remediation_configuration",
    cloudformation: "AWS::Config::RemediationConfiguration",
    name: "config_rule_name",
    pairs: remediation,
    roleLists: { "Parameters.AutomationAssumeRole.StaticValue.Values": "automation role" },
    untaggable: true,
  },
  {
    terraform: "aws_grafana_workspace",
    cloudformation: "AWS::Grafana::Workspace",
    name: "name",
    roles: { role_arn: "workspace role", organization_role_name: "organization role" },
    computes: true,
  },
  {
    terraform: "aws_guardduty_malware_protection_plan",
    cloudformation: "AWS::GuardDuty::MalwareProtectionPlan",
    name: "id",
    roles: { role: "scanner role" },
  },
  {
    terraform: "aws_shield_drt_access_role_arn_association",
    cloudformation: "AWS::Shield::DRTAccess",
    name: "id",
    roles: { role_arn: "response team role" },
    untaggable: true,
  },
]);
