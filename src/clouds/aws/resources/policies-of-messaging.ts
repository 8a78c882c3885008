import { plainArn } from "./iam-arn.ts";
import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

/** What takes events, logs, traces and metrics, and can get a policy. */
const carriers: readonly Carrier[] = [
  {
    cloudformation: "AWS::Logs::DeliveryDestination",
    spelling: { "delivery_destination_policy.policy": "DeliveryDestinationPolicy" },
    naming: { kind: "log-destination", names: ["name"] },
    policy: "delivery_destination_policy.policy",
  },
  {
    cloudformation: "AWS::Logs::LogGroup",
    naming: { kind: "log-destination", names: ["log_group_name"] },
    policy: "resource_policy_document",
  },
  { cloudformation: "AWS::Oam::Sink", naming: { kind: "monitoring-sink", names: ["name"] }, policy: "policy" },
  {
    terraform: "aws_cloudwatch_event_bus",
    cloudformation: "AWS::Events::EventBus",
    naming: { kind: "event-bus", names: ["name", "id"], arn: plainArn("events", "event-bus/", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_kinesis_stream",
    cloudformation: "AWS::Kinesis::Stream",
    naming: { kind: "stream", names: ["name"], arn: plainArn("kinesis", "stream/", "name", regional) },
  },
  {
    terraform: "aws_cloudwatch_log_destination",
    cloudformation: "AWS::Logs::Destination",
    spelling: { name: "DestinationName", policy: "DestinationPolicy" },
    naming: { kind: "log-destination", names: ["name", "id"], arn: plainArn("logs", "destination:", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_msk_cluster",
    cloudformation: "AWS::MSK::Cluster",
    naming: { kind: "cluster", names: ["cluster_name"] },
  },
  {
    terraform: "aws_prometheus_workspace",
    cloudformation: "AWS::APS::Workspace",
    naming: { kind: "workspace", names: ["alias", "id"] },
  },
  {
    terraform: "aws_schemas_registry",
    cloudformation: "AWS::EventSchemas::Registry",
    spelling: { name: "RegistryName" },
    naming: { kind: "registry", names: ["name", "id"] },
  },
];

const separate: readonly PolicyOf[] = [
  { terraform: "aws_cloudwatch_event_bus_policy", of: "event_bus_name", kind: "event-bus", policy: "policy" },
  {
    terraform: "aws_kinesis_resource_policy",
    cloudformation: "AWS::Kinesis::ResourcePolicy",
    spelling: { policy: "ResourcePolicy" },
    of: "resource_arn",
    kind: "stream",
    policy: "policy",
  },
  {
    terraform: "aws_cloudwatch_log_destination_policy",
    of: "destination_name",
    kind: "log-destination",
    policy: "access_policy",
  },
  {
    terraform: "aws_cloudwatch_log_delivery_destination_policy",
    of: "delivery_destination_name",
    kind: "log-destination",
    policy: "delivery_destination_policy",
  },
  {
    terraform: "aws_cloudwatch_log_resource_policy",
    cloudformation: "AWS::Logs::ResourcePolicy",
    kind: "log-destination",
    policy: "policy_document",
  },
  {
    terraform: "aws_msk_cluster_policy",
    cloudformation: "AWS::MSK::ClusterPolicy",
    of: "cluster_arn",
    kind: "cluster",
    policy: "policy",
  },
  {
    terraform: "aws_prometheus_resource_policy",
    cloudformation: "AWS::APS::ResourcePolicy",
    spelling: { workspace_id: "WorkspaceArn" },
    of: "workspace_id",
    kind: "workspace",
    policy: "policy_document",
  },
  {
    terraform: "aws_schemas_registry_policy",
    cloudformation: "AWS::EventSchemas::RegistryPolicy",
    of: "registry_name",
    kind: "registry",
    policy: "policy",
  },
  { terraform: "aws_oam_sink_policy", of: "sink_identifier", kind: "monitoring-sink", policy: "policy" },
  {
    terraform: "aws_xray_resource_policy",
    cloudformation: "AWS::XRay::ResourcePolicy",
    kind: "log-destination",
    policy: "policy_document",
  },
  { terraform: "aws_networkfirewall_resource_policy", of: "resource_arn", kind: "service-network", policy: "policy" },
  {
    terraform: "aws_vpclattice_resource_policy",
    cloudformation: "AWS::VpcLattice::ResourcePolicy",
    of: "resource_arn",
    kind: "service-network",
    policy: "policy",
  },
];

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
