import { templateWorkloads } from "./template-workloads.ts";

/** What manages accounts and deployments. Only templates have these. */
export default templateWorkloads([
  [
    "ARCRegionSwitch::Plan",
    {
      ExecutionRole: "execution role",
      "AssociatedAlarms.*.CrossAccountRole": "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.*.CrossAccountRole": "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.ExecutionApprovalConfig.ApprovalRole": "approval role",
      "Workflows.Steps.ExecutionBlockConfiguration.CustomActionLambdaConfig.Lambdas.CrossAccountRole":
        "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.Ec2AsgCapacityIncreaseConfig.Asgs.CrossAccountRole":
        "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.EcsCapacityIncreaseConfig.Services.CrossAccountRole":
        "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.EksResourceScalingConfig.EksClusters.CrossAccountRole":
        "cross-account role",
      "Workflows.Steps.ExecutionBlockConfiguration.LambdaEventSourceMappingConfig.RegionEventSourceMappings.*.CrossAccountRole":
        "cross-account role",
    },
  ],
  [
    "AccountAccess::Entitlement",
    { "Entitlement.PrincipalRole.RoleArn": "entitled role" },
    { unnamed: true, untaggable: true },
  ],
  ["BCM::ScheduledReport", { ScheduledReportExecutionRoleArn: "execution role" }],
  ["CertificateManager::AcmeExternalAccountBinding", { RoleArn: "binding role" }, { unnamed: true }],
  ["CloudFormation::ChangeSet", { RoleARN: "service role" }, { name: "ChangeSetName" }],
  ["CloudFormation::GuardHook", { ExecutionRole: "execution role" }, { name: "Alias", untaggable: true }],
  [
    "CloudFormation::HookVersion",
    { ExecutionRoleArn: "execution role", "LoggingConfig.LogRoleArn": "log role" },
    { name: "TypeName", untaggable: true },
  ],
  [
    "CloudFormation::LambdaHook",
    { ExecutionRole: "execution role", "LoggingConfig.LogRoleArn": "log role" },
    { name: "Alias", untaggable: true },
  ],
  ["CloudFormation::Macro", { LogRoleARN: "log role" }, { untaggable: true }],
  [
    "CloudFormation::TypeActivation",
    { ExecutionRoleArn: "execution role", "LoggingConfig.LogRoleArn": "log role" },
    { name: "TypeName", untaggable: true },
  ],
  ["CloudTrail::EventDataStore", { FederationRoleArn: "federation role" }],
  [
    "CloudWatch::LogAlarm",
    {
      ActionLogLineRoleArn: "log line role",
      "ScheduledQueryConfiguration.ScheduledQueryRoleARN": "scheduled query role",
    },
    { name: "AlarmName" },
  ],
  ["CodeStarConnections::SyncConfiguration", { RoleArn: "sync role" }, { name: "ResourceName", untaggable: true }],
  ["DeviceFarm::Project", { ExecutionRoleArn: "execution role" }],
  ["FMS::NotificationChannel", { SnsRoleName: "SNS role" }, { unnamed: true, untaggable: true }],
  [
    "Logs::Integration",
    { "ResourceConfig.OpenSearchResourceConfig.DataSourceRoleArn": "data source role" },
    { name: "IntegrationName", untaggable: true },
  ],
  [
    "Logs::ScheduledQuery",
    { "DestinationConfiguration.S3Configuration.RoleArn": "S3 role", ExecutionRoleArn: "execution role" },
  ],
  [
    "ObservabilityAdmin::OrganizationCentralizationRule",
    {
      "Rule.Destination.DestinationLogsConfiguration.TagPropagationConfiguration.DestinationRoleArn":
        "destination role",
    },
    { name: "RuleName" },
  ],
  ["ObservabilityAdmin::S3TableIntegration", { RoleArn: "integration role" }, { unnamed: true }],
  ["OpsWorks::Layer", {}, { profiles: { CustomInstanceProfileArn: "instance profile" } }],
  [
    "OpsWorks::Stack",
    { ServiceRoleArn: "service role" },
    { profiles: { DefaultInstanceProfileArn: "instance profile" } },
  ],
  [
    "OpsWorksCM::Server",
    { ServiceRoleArn: "service role" },
    { name: "ServerName", profiles: { InstanceProfileArn: "instance profile" } },
  ],
  [
    "Proton::EnvironmentAccountConnection",
    { CodebuildRoleArn: "build role", ComponentRoleArn: "component role", RoleArn: "account role" },
    { name: "EnvironmentName" },
  ],
  [
    "ResilienceHub::App",
    { "PermissionModel.InvokerRoleName": "invoker role" },
    { lists: { "PermissionModel.CrossAccountRoleArns": "cross-account role" } },
  ],
  [
    "ResilienceHubV2::Service",
    {
      "PermissionModel.CrossAccountRoleArns.CrossAccountRoleArn": "cross-account role",
      "PermissionModel.InvokerRoleName": "invoker role",
    },
  ],
  ["ResourceGroups::TagSyncTask", { RoleArn: "tagging role" }, { unnamed: true, untaggable: true }],
  ["SSM::CloudConnector", { RoleArn: "connector role" }, { name: "DisplayName" }],
  [
    "SecretsManager::RotationSchedule",
    { ExternalSecretRotationRoleArn: "rotation role" },
    { unnamed: true, untaggable: true },
  ],
  [
    "ServiceCatalog::LaunchRoleConstraint",
    { LocalRoleName: "launch role", RoleArn: "launch role" },
    { unnamed: true, untaggable: true },
  ],
  [
    "ServiceCatalog::StackSetConstraint",
    { AdminRole: "administration role", ExecutionRole: "execution role" },
    { unnamed: true, untaggable: true },
  ],
  [
    "SupportApp::SlackChannelConfiguration",
    { ChannelRoleArn: "channel role" },
    { name: "ChannelName", untaggable: true },
  ],
]);
