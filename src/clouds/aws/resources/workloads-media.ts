import { templateWorkloads } from "./template-workloads.ts";

/** Pictures, sound and games. Only templates have these. */
export default templateWorkloads([
  [
    "Chime::MediaInsightsPipelineConfiguration",
    {
      "Elements.AmazonTranscribeCallAnalyticsProcessorConfiguration.PostCallAnalyticsSettings.DataAccessRoleArn":
        "data access role",
      ResourceAccessRoleArn: "resource access role",
    },
    { name: "MediaInsightsPipelineConfigurationName" },
  ],
  ["Deadline::Fleet", { RoleArn: "fleet role" }, { name: "DisplayName" }],
  ["Deadline::Monitor", { RoleArn: "monitor role" }, { name: "DisplayName" }],
  ["Deadline::Queue", { RoleArn: "queue role" }, { name: "DisplayName" }],
  ["ElementalInference::Feed", { AccessRoleArn: "access role" }],
  ["GameLift::ContainerFleet", { FleetRoleArn: "fleet role" }, { unnamed: true }],
  [
    "MediaConnect::Flow",
    {
      "Source.Decryption.RoleArn": "decryption role",
      "Source.RouterIntegrationTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn": "secrets role",
      "VpcInterfaces.RoleArn": "interface role",
    },
  ],
  ["MediaConnect::FlowEntitlement", { "Encryption.RoleArn": "encryption role" }],
  [
    "MediaConnect::FlowOutput",
    {
      "Encryption.RoleArn": "encryption role",
      "RouterIntegrationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn": "secrets role",
    },
  ],
  ["MediaConnect::FlowSource", { "Decryption.RoleArn": "decryption role" }],
  ["MediaConnect::FlowVpcInterface", { RoleArn: "interface role" }],
  [
    "MediaConnect::RouterInput",
    {
      "Configuration.Failover.ProtocolConfigurations.*.DecryptionConfiguration.EncryptionKey.RoleArn":
        "decryption role",
      "Configuration.Standard.ProtocolConfiguration.*.DecryptionConfiguration.EncryptionKey.RoleArn": "decryption role",
      "Configuration.*.SourceTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn": "secrets role",
      "TransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn": "secrets role",
    },
  ],
  [
    "MediaConnect::RouterOutput",
    {
      "Configuration.Standard.ProtocolConfiguration.*.EncryptionConfiguration.EncryptionKey.RoleArn": "encryption role",
      "Configuration.*.DestinationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn": "secrets role",
    },
  ],
  ["MediaLive::Cluster", { InstanceRoleArn: "instance role" }],
  ["MediaPackage::Asset", { SourceRoleArn: "source role" }, { name: "Id" }],
  [
    "MediaPackage::OriginEndpoint",
    {
      "Authorization.SecretsRoleArn": "secrets role",
      "CmafPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "DashPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "HlsPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "MssPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
    },
    { name: "Id" },
  ],
  [
    "MediaPackage::PackagingConfiguration",
    {
      "CmafPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "DashPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "HlsPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
      "MssPackage.Encryption.SpekeKeyProvider.RoleArn": "key provider role",
    },
    { name: "Id" },
  ],
  ["MediaPackage::PackagingGroup", { "Authorization.SecretsRoleArn": "secrets role" }, { name: "Id" }],
  [
    "MediaPackageV2::OriginEndpoint",
    { "Segment.Encryption.SpekeKeyProvider.RoleArn": "key provider role" },
    { name: "OriginEndpointName" },
  ],
  [
    "MediaPackageV2::OriginEndpointPolicy",
    { "CdnAuthConfiguration.SecretsRoleArn": "secrets role" },
    { unnamed: true, untaggable: true },
  ],
  ["NimbleStudio::Studio", { AdminRoleArn: "admin role", UserRoleArn: "user role" }, { name: "StudioName" }],
  [
    "RTBFabric::ResponderGateway",
    {
      "ManagedEndpointConfiguration.AutoScalingGroupsConfiguration.RoleArn": "scaling role",
      "ManagedEndpointConfiguration.EksEndpointsConfiguration.RoleArn": "endpoints role",
    },
    { unnamed: true },
  ],
  ["SimSpaceWeaver::Simulation", { RoleArn: "simulation role" }, { untaggable: true }],
]);
