import { templateWorkloads } from "./template-workloads.ts";

/** Networks, messages and what people look at. Only templates have these. */
export default templateWorkloads([
  ["Amplify::Branch", { ComputeRoleArn: "compute role" }, { name: "BranchName" }],
  ["Amplify::Domain", { AutoSubDomainIAMRole: "subdomain role" }, { name: "DomainName", untaggable: true }],
  ["AppStream::AppBlockBuilder", { IamRoleArn: "builder role" }],
  [
    "DirectConnect::DirectConnectGatewayAssociation",
    { AcceptDirectConnectGatewayAssociationProposalRoleArn: "acceptance role" },
    { unnamed: true, untaggable: true },
  ],
  [
    "DirectConnect::PrivateVirtualInterface",
    { AllocatePrivateVirtualInterfaceRoleArn: "allocation role" },
    { name: "VirtualInterfaceName" },
  ],
  [
    "DirectConnect::PublicVirtualInterface",
    { AllocatePublicVirtualInterfaceRoleArn: "allocation role" },
    { name: "VirtualInterfaceName" },
  ],
  [
    "DirectConnect::TransitVirtualInterface",
    { AllocateTransitVirtualInterfaceRoleArn: "allocation role" },
    { name: "VirtualInterfaceName" },
  ],
  ["EC2::EnclaveCertificateIamRoleAssociation", { RoleArn: "enclave role" }, { unnamed: true, untaggable: true }],
  ["EC2::VPCPeeringConnection", { PeerRoleArn: "peer role" }, { unnamed: true }],
  ["ECS::DaemonTaskDefinition", { ExecutionRoleArn: "execution role", TaskRoleArn: "task role" }, { name: "Family" }],
  [
    "ElasticBeanstalk::ApplicationVersion",
    {
      "BuildConfiguration.CodeBuildServiceRole": "build role",
      "ImageConfiguration.Build.CodeBuildServiceRole": "build role",
    },
    { unnamed: true, untaggable: true },
  ],
  ["Lambda::MicrovmImage", { BuildRoleArn: "build role" }],
  ["Lambda::NetworkConnector", { OperatorRole: "operator role" }],
  ["PCS::ComputeNodeGroup", {}, { profiles: { IamInstanceProfileArn: "instance profile" } }],
  [
    "PinpointEmail::ConfigurationSetEventDestination",
    { "EventDestination.KinesisFirehoseDestination.IamRoleArn": "Kinesis Firehose role" },
    { name: "EventDestinationName", untaggable: true },
  ],
  [
    "SES::MailManagerRuleSet",
    {
      "Rules.Actions.Bounce.RoleArn": "bounce role",
      "Rules.Actions.DeliverToMailbox.RoleArn": "mailbox role",
      "Rules.Actions.DeliverToQBusiness.RoleArn": "Q Business role",
      "Rules.Actions.InvokeLambda.RoleArn": "Lambda role",
      "Rules.Actions.PublishToSns.RoleArn": "SNS role",
      "Rules.Actions.Send.RoleArn": "send role",
      "Rules.Actions.WriteToS3.RoleArn": "S3 role",
    },
    { name: "RuleSetName" },
  ],
  [
    "SMSVOICE::ConfigurationSet",
    {
      "EventDestinations.CloudWatchLogsDestination.IamRoleArn": "logs role",
      "EventDestinations.KinesisFirehoseDestination.IamRoleArn": "Kinesis Firehose role",
    },
    { name: "ConfigurationSetName" },
  ],
  ["SMSVOICE::Pool", { "TwoWay.ChannelRole": "channel role" }, { unnamed: true }],
]);
