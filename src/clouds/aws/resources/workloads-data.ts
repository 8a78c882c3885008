import { templateWorkloads } from "./template-workloads.ts";

/** What keeps data, prepares it and brings it elsewhere. Only templates have these. */
export default templateWorkloads([
  ["CleanRooms::AnalysisTemplate", { "Source.Artifacts.RoleArn": "artifact role" }],
  ["CleanRooms::ConfiguredTableAssociation", { RoleArn: "table role" }],
  ["CleanRoomsML::ConfiguredModelAlgorithm", { RoleArn: "algorithm role" }],
  ["CleanRoomsML::TrainingDataset", { RoleArn: "dataset role" }],
  ["DMS::DataMigration", { ServiceAccessRoleArn: "service access role" }, { name: "DataMigrationName" }],
  [
    "DMS::DataProvider",
    {
      "Settings.OracleSettings.SecretsManagerOracleAsmAccessRoleArn": "secrets role",
      "Settings.OracleSettings.SecretsManagerSecurityDbEncryptionAccessRoleArn": "secrets role",
    },
    { name: "DataProviderName" },
  ],
  [
    "DMS::MigrationProject",
    {
      "SchemaConversionApplicationAttributes.S3BucketRoleArn": "S3 bucket role",
      "SourceDataProviderDescriptors.SecretsManagerAccessRoleArn": "secrets role",
      "TargetDataProviderDescriptors.SecretsManagerAccessRoleArn": "secrets role",
    },
    { name: "MigrationProjectName" },
  ],
  ["DataBrew::Job", { RoleArn: "job role" }],
  ["DataBrew::Project", { RoleArn: "project role" }],
  [
    "DataSync::LocationAzureBlob",
    { "CustomSecretConfig.SecretAccessRoleArn": "secret access role", "FederatedIdentity.AwsIamRole": "access role" },
    { unnamed: true },
  ],
  [
    "DataSync::LocationFSxONTAP",
    { "Protocol.SMB.CustomSecretConfig.SecretAccessRoleArn": "secret access role" },
    { unnamed: true },
  ],
  [
    "DataSync::LocationFSxWindows",
    { "CustomSecretConfig.SecretAccessRoleArn": "secret access role" },
    { unnamed: true },
  ],
  ["DataSync::LocationHDFS", { "CustomSecretConfig.SecretAccessRoleArn": "secret access role" }, { unnamed: true }],
  [
    "DataSync::LocationObjectStorage",
    { "CustomSecretConfig.SecretAccessRoleArn": "secret access role", "FederatedIdentity.AwsIamRole": "access role" },
    { unnamed: true },
  ],
  ["DataSync::LocationSMB", { "CustomSecretConfig.SecretAccessRoleArn": "secret access role" }, { unnamed: true }],
  [
    "DataZone::Connection",
    {
      "AwsLocation.AccessRole": "access role",
      "Props.IamProperties.RoleArn": "connection role",
      "Props.SparkEmrProperties.RuntimeRole": "runtime role",
    },
    { profiles: { "Props.SparkEmrProperties.InstanceProfileArn": "instance profile" }, untaggable: true },
  ],
  [
    "DataZone::DataSource",
    {
      "Configuration.GlueRunConfiguration.DataAccessRole": "data access role",
      "Configuration.RedshiftRunConfiguration.DataAccessRole": "data access role",
    },
    { untaggable: true },
  ],
  ["DataZone::Environment", { EnvironmentRoleArn: "environment role" }, { untaggable: true }],
  ["DataZone::Project", { ProjectExecutionRole: "execution role" }, { untaggable: true }],
  ["DataZone::SubscriptionTarget", { ManageAccessRole: "access role" }, { untaggable: true }],
  ["EMR::InstanceGroupConfig", { InstanceRole: "instance role" }, { untaggable: true }],
  ["EMRContainers::Endpoint", { ExecutionRoleArn: "execution role" }],
  [
    "EMRContainers::SecurityConfiguration",
    {
      "SecurityConfigurationData.AuthenticationConfiguration.IAMConfiguration.SystemRole": "system role",
      "SecurityConfigurationData.AuthorizationConfiguration.LakeFormationConfiguration.QueryEngineRoleArn":
        "query engine role",
    },
  ],
  ["EntityResolution::IdMappingWorkflow", { RoleArn: "workflow role" }, { name: "WorkflowName" }],
  ["EntityResolution::IdNamespace", { RoleArn: "namespace role" }, { name: "IdNamespaceName" }],
  ["EntityResolution::MatchingWorkflow", { RoleArn: "workflow role" }, { name: "WorkflowName" }],
  ["Forecast::Dataset", { "EncryptionConfig.RoleArn": "encryption role" }, { name: "DatasetName" }],
  ["Glue::Catalog", { "CatalogProperties.DataLakeAccessProperties.DataTransferRole": "data transfer role" }],
  [
    "Glue::IntegrationResourceProperty",
    {
      "SourceProcessingProperties.RoleArn": "source processing role",
      "TargetProcessingProperties.RoleArn": "target processing role",
    },
    { unnamed: true },
  ],
  ["Glue::Session", { Role: "session role" }, { name: "Id" }],
  ["Kinesis::Channel", { ServiceExecutionRoleARN: "execution role" }, { name: "ChannelName" }],
  [
    "KinesisAnalytics::ApplicationOutput",
    {
      "Output.KinesisFirehoseOutput.RoleARN": "Kinesis Firehose role",
      "Output.KinesisStreamsOutput.RoleARN": "Kinesis streams role",
      "Output.LambdaOutput.RoleARN": "Lambda role",
    },
    { unnamed: true, untaggable: true },
  ],
  [
    "KinesisAnalytics::ApplicationReferenceDataSource",
    { "ReferenceDataSource.S3ReferenceDataSource.ReferenceRoleARN": "reference role" },
    { unnamed: true, untaggable: true },
  ],
  [
    "MSK::Channel",
    {
      "IcebergDestinationConfiguration.ServiceExecutionRoleArn": "execution role",
      "S3DestinationConfiguration.ServiceExecutionRoleArn": "execution role",
    },
    { name: "ChannelName" },
  ],
  ["MWAAServerless::Workflow", { RoleArn: "workflow role" }],
  ["NeptuneGraph::Graph", { "ImportTask.RoleArn": "import role" }, { name: "GraphName" }],
  ["ODB::CloudAutonomousVmCluster", { "IamRoles.IamRoleArn": "cluster role" }, { name: "DisplayName" }],
  ["ODB::CloudVmCluster", { "IamRoles.IamRoleArn": "cluster role" }, { name: "ClusterName" }],
  ["OSIS::Pipeline", { PipelineRoleArn: "pipeline role" }, { name: "PipelineName" }],
  ["OpenSearch::DataSource", { "DataSourceType.S3GlueDataCatalog.RoleArn": "catalog role" }, { untaggable: true }],
  ["Personalize::Dataset", { "DatasetImportJob.RoleArn": "import role" }],
  ["Personalize::DatasetGroup", { RoleArn: "dataset group role" }],
  ["Personalize::MetricAttribution", { "MetricsOutputConfig.RoleArn": "output role" }, { untaggable: true }],
  ["S3Files::FileSystem", { RoleArn: "file system role" }, { unnamed: true }],
]);
