import { plainArn } from "./iam-arn.ts";
import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

/** What takes events, logs, traces and metrics, and can get a policy. */
const carriers: readonly Carrier[] = [
  {
    terraform: "aws_cloudwatch_event_bus",
    naming: { kind: "event-bus", names: ["name", "id"], arn: plainArn("events", "event-bus/", "name", regional) },
  },
  {
    terraform: "aws_kinesis_stream",
    naming: { kind: "stream", names: ["name"], arn: plainArn("kinesis", "stream/", "name", regional) },
  },
  {
    terraform: "aws_cloudwatch_log_destination",
    naming: { kind: "log-destination", names: ["name", "id"], arn: plainArn("logs", "destination:", "name", regional) },
  },
  { terraform: "aws_msk_cluster", naming: { kind: "cluster", names: ["cluster_name"] } },
  { terraform: "aws_prometheus_workspace", naming: { kind: "workspace", names: ["alias", "id"] } },
  { terraform: "aws_schemas_registry", naming: { kind: "registry", names: ["name", "id"] } },
];

const separate: readonly PolicyOf[] = [
  { terraform: "aws_cloudwatch_event_bus_policy", of: "event_bus_name", kind: "event-bus", policy: "policy" },
  { terraform: "aws_kinesis_resource_policy", of: "resource_arn", kind: "stream", policy: "policy" },
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
  { terraform: "aws_cloudwatch_log_resource_policy", kind: "log-destination", policy: "policy_document" },
  { terraform: "aws_msk_cluster_policy", of: "cluster_arn", kind: "cluster", policy: "policy" },
  { terraform: "aws_prometheus_resource_policy", of: "workspace_id", kind: "workspace", policy: "policy_document" },
  { terraform: "aws_schemas_registry_policy", of: "registry_name", kind: "registry", policy: "policy" },
  { terraform: "aws_oam_sink_policy", of: "sink_identifier", kind: "monitoring-sink", policy: "policy" },
  { terraform: "aws_xray_resource_policy", kind: "log-destination", policy: "policy_document" },
  { terraform: "aws_networkfirewall_resource_policy", of: "resource_arn", kind: "service-network", policy: "policy" },
  { terraform: "aws_vpclattice_resource_policy", of: "resource_arn", kind: "service-network", policy: "policy" },
];

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
