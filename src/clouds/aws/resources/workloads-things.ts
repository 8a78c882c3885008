import { templateWorkloads } from "./template-workloads.ts";

/** Things, and what watches machines. Only templates have these. */
export default templateWorkloads([
  ["Greengrass::Group", { RoleArn: "group role" }],
  [
    "GroundStation::Config",
    {
      "ConfigData.S3RecordingConfig.RoleArn": "S3 recording role",
      "ConfigData.TelemetrySinkConfig.TelemetrySinkData.KinesisDataStreamData.KinesisRoleArn": "Kinesis role",
    },
  ],
  [
    "GroundStation::DataflowEndpointGroup",
    { "EndpointDetails.SecurityDetails.RoleArn": "endpoint role" },
    { unnamed: true },
  ],
  ["GroundStation::MissionProfile", { StreamsKmsRole: "KMS role" }],
  [
    "IoT::AccountAuditConfiguration",
    { "AuditNotificationTargetConfigurations.Sns.RoleArn": "SNS role", RoleArn: "audit role" },
    { unnamed: true, untaggable: true },
  ],
  ["IoT::Command", { RoleArn: "command role" }, { name: "CommandId" }],
  ["IoT::EncryptionConfiguration", { KmsAccessRoleArn: "KMS access role" }, { unnamed: true, untaggable: true }],
  ["IoT::Job", { "PresignedUrlConfig.RoleArn": "presigned URL role" }, { name: "JobId" }],
  ["IoT::JobTemplate", { "PresignedUrlConfig.RoleArn": "presigned URL role" }, { name: "JobTemplateId" }],
  [
    "IoT::MitigationAction",
    { "ActionParams.EnableIoTLoggingParams.RoleArnForLogging": "logging role", RoleArn: "action role" },
    { name: "ActionName" },
  ],
  [
    "IoT::SecurityProfile",
    { "AlertTargets.*.RoleArn": "alert target role", "MetricsExportConfig.RoleArn": "metrics export role" },
    { name: "SecurityProfileName" },
  ],
  ["IoT::Stream", { RoleArn: "stream role" }, { name: "StreamId" }],
  ["IoTAnalytics::Channel", { "ChannelStorage.CustomerManagedS3.RoleArn": "storage role" }, { name: "ChannelName" }],
  [
    "IoTAnalytics::Dataset",
    {
      "Actions.ContainerAction.ExecutionRoleArn": "execution role",
      "ContentDeliveryRules.Destination.IotEventsDestinationConfiguration.RoleArn": "IoT Events role",
      "ContentDeliveryRules.Destination.S3DestinationConfiguration.RoleArn": "S3 role",
    },
    { name: "DatasetName" },
  ],
  [
    "IoTAnalytics::Datastore",
    { "DatastoreStorage.CustomerManagedS3.RoleArn": "storage role" },
    { name: "DatastoreName" },
  ],
  [
    "IoTAnalytics::Pipeline",
    {
      "PipelineActivities.DeviceRegistryEnrich.RoleArn": "registry role",
      "PipelineActivities.DeviceShadowEnrich.RoleArn": "shadow role",
    },
    { name: "PipelineName" },
  ],
  [
    "IoTCoreDeviceAdvisor::SuiteDefinition",
    { "SuiteDefinitionConfiguration.DevicePermissionRoleArn": "device role" },
    { unnamed: true },
  ],
  ["IoTEvents::AlarmModel", { RoleArn: "model role" }, { name: "AlarmModelName" }],
  ["IoTEvents::DetectorModel", { RoleArn: "model role" }, { name: "DetectorModelName" }],
  ["IoTFleetHub::Application", { RoleArn: "application role" }, { name: "ApplicationName" }],
  [
    "IoTFleetWise::Campaign",
    {
      "DataDestinationConfigs.MqttTopicConfig.ExecutionRoleArn": "execution role",
      "DataDestinationConfigs.TimestreamConfig.ExecutionRoleArn": "execution role",
    },
  ],
  ["IoTSiteWise::Dataset", { "DatasetSource.SourceDetail.Kendra.RoleArn": "Kendra role" }, { name: "DatasetName" }],
  ["IoTSiteWise::Portal", { "Alarms.AlarmRoleArn": "alarm role", RoleArn: "portal role" }, { name: "PortalName" }],
  [
    "IoTSiteWise::Task",
    { "TaskConfiguration.ContainerTaskConfiguration.TaskExecutionRole": "execution role" },
    { name: "TaskName" },
  ],
  ["IoTTwinMaker::SyncJob", { SyncRole: "sync role" }, { name: "WorkspaceId" }],
  ["IoTTwinMaker::Workspace", { Role: "workspace role" }, { name: "WorkspaceId" }],
  ["IoTWireless::Destination", { RoleArn: "destination role" }],
  ["IoTWireless::FuotaTask", { FirmwareUpdateRole: "update role" }],
  ["IoTWireless::TaskDefinition", { "Update.UpdateDataRole": "update role" }],
  ["IoTWireless::WirelessDeviceImportTask", { "Sidewalk.Role": "sidewalk role" }, { unnamed: true }],
  ["LookoutEquipment::InferenceScheduler", { RoleArn: "scheduler role" }, { name: "InferenceSchedulerName" }],
  [
    "LookoutMetrics::Alert",
    { "Action.LambdaConfiguration.RoleArn": "Lambda role", "Action.SNSConfiguration.RoleArn": "SNS role" },
    { name: "AlertName", untaggable: true },
  ],
  [
    "LookoutMetrics::AnomalyDetector",
    {
      "MetricSetList.MetricSource.AppFlowConfig.RoleArn": "AppFlow role",
      "MetricSetList.MetricSource.CloudwatchConfig.RoleArn": "CloudWatch role",
      "MetricSetList.MetricSource.RDSSourceConfig.RoleArn": "RDS source role",
      "MetricSetList.MetricSource.RedshiftSourceConfig.RoleArn": "Redshift source role",
      "MetricSetList.MetricSource.S3SourceConfig.RoleArn": "S3 source role",
    },
    { name: "AnomalyDetectorName", untaggable: true },
  ],
  ["Panorama::ApplicationInstance", { RuntimeRoleArn: "runtime role" }],
]);
