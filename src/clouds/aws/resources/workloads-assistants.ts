import { templateWorkloads } from "./template-workloads.ts";

/** Models, and agents that work with them. Only templates have these. */
export default templateWorkloads([
  [
    "AIOps::InvestigationGroup",
    { "CrossAccountConfigurations.SourceRoleArn": "source role", RoleArn: "investigation role" },
  ],
  [
    "AgentRegistry::RegistryRecord",
    {
      "Descriptors.*.Source.FromUrl.CredentialProviderConfigurations.CredentialProvider.IamCredentialProvider.RoleArn":
        "credential role",
    },
  ],
  [
    "BedrockAgentCore::CapacityProvider",
    { "PermissionsConfiguration.CapacityProviderOperatorRoleArn": "operator role" },
    {
      profiles: {
        "ComputeConfiguration.Ec2Configuration.LaunchTemplateSource.LaunchParameters.InstanceProfileArn":
          "instance profile",
      },
    },
  ],
  ["BedrockAgentCore::Harness", { ExecutionRoleArn: "execution role" }, { name: "HarnessName" }],
  [
    "BedrockAgentCore::OnlineEvaluationConfig",
    { EvaluationExecutionRoleArn: "execution role" },
    { name: "OnlineEvaluationConfigName" },
  ],
  ["BedrockAgentCore::PaymentManager", { RoleArn: "payment role" }],
  ["Comprehend::Flywheel", { DataAccessRoleArn: "data access role" }, { name: "FlywheelName" }],
  [
    "DevOpsAgent::AgentSpace",
    {
      "OperatorApp.Iam.OperatorAppRoleArn": "operator app role",
      "OperatorApp.Idc.OperatorAppRoleArn": "operator app role",
    },
  ],
  [
    "DevOpsAgent::Association",
    {
      "Configuration.Aws.AssumableRoleArn": "assumable role",
      "Configuration.SourceAws.AssumableRoleArn": "assumable role",
    },
    { unnamed: true, untaggable: true },
  ],
  [
    "DevOpsAgent::Service",
    {
      "ServiceDetails.AzureIdentity.WebIdentityRoleArn": "web identity role",
      "ServiceDetails.MCPServerSigV4.AuthorizationConfig.McpRoleArn": "MCP role",
      "ServiceDetails.MCPServerSigV4.AuthorizationConfig.RoleArn": "authorization role",
    },
  ],
  [
    "QBusiness::DataSource",
    {
      "DocumentEnrichmentConfiguration.PostExtractionHookConfiguration.RoleArn": "hook role",
      "DocumentEnrichmentConfiguration.PreExtractionHookConfiguration.RoleArn": "hook role",
      RoleArn: "source role",
    },
    { name: "DisplayName" },
  ],
  [
    "QBusiness::Plugin",
    {
      "AuthConfiguration.BasicAuthConfiguration.RoleArn": "basic auth role",
      "AuthConfiguration.OAuth2ClientCredentialConfiguration.RoleArn": "OAuth role",
    },
    { name: "DisplayName" },
  ],
  ["QBusiness::Retriever", { RoleArn: "retriever role" }, { name: "DisplayName" }],
  [
    "QBusiness::WebExperience",
    {
      "IdentityProviderConfiguration.OpenIDConnectConfiguration.SecretsRole": "secrets role",
      RoleArn: "experience role",
    },
    { unnamed: true },
  ],
  [
    "QuickSight::ActionConnector",
    { "AuthenticationConfig.AuthenticationMetadata.IamConnectionMetadata.RoleArn": "connector role" },
  ],
  [
    "SageMaker::Cluster",
    {
      ClusterRole: "cluster role",
      "InstanceGroups.ExecutionRole": "execution role",
      "RestrictedInstanceGroups.ExecutionRole": "execution role",
    },
    { name: "ClusterName" },
  ],
  ["SageMaker::InferenceExperiment", { RoleArn: "experiment role" }],
  ["SageMaker::MlflowApp", { RoleArn: "app role" }],
  ["SageMaker::ModelBiasJobDefinition", { RoleArn: "job role" }, { name: "JobDefinitionName" }],
  ["SageMaker::ModelExplainabilityJobDefinition", { RoleArn: "job role" }, { name: "JobDefinitionName" }],
  [
    "SageMaker::ModelPackage",
    { "ValidationSpecification.ValidationRole": "validation role" },
    { name: "ModelPackageName" },
  ],
  ["SageMaker::ModelQualityJobDefinition", { RoleArn: "job role" }, { name: "JobDefinitionName" }],
  [
    "SageMaker::MonitoringSchedule",
    { "MonitoringScheduleConfig.MonitoringJobDefinition.RoleArn": "job role" },
    { name: "MonitoringScheduleName" },
  ],
  ["SageMaker::PartnerApp", { ExecutionRoleArn: "execution role" }],
  [
    "SageMaker::ProcessingJob",
    {
      "ProcessingInputs.DatasetDefinition.RedshiftDatasetDefinition.ClusterRoleArn": "cluster role",
      RoleArn: "job role",
    },
    { name: "ProcessingJobName" },
  ],
  [
    "SageMaker::Project",
    { "TemplateProviderDetails.CfnTemplateProviderDetail.RoleARN": "template role" },
    { name: "ProjectName" },
  ],
  ["SecurityAgent::AgentSpace", {}, { lists: { "AwsResources.IamRoles": "agent role" } }],
  ["SecurityAgent::Application", { RoleArn: "application role" }, { unnamed: true }],
  ["SecurityAgent::Pentest", { ServiceRole: "service role" }, { unnamed: true, untaggable: true }],
  ["Transcribe::Vocabulary", { DataAccessRoleArn: "data access role" }, { name: "VocabularyName" }],
  ["Transcribe::VocabularyFilter", { DataAccessRoleArn: "data access role" }, { name: "VocabularyFilterName" }],
  [
    "WellArchitected::AgentProfile",
    { "AggregationConfiguration.AccessRoleArn": "access role", ExecutionRoleArn: "execution role" },
  ],
  [
    "Wisdom::AssistantAssociation",
    { "Association.ExternalBedrockKnowledgeBaseConfig.AccessRoleArn": "access role" },
    { unnamed: true },
  ],
]);
