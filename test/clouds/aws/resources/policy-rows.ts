import type { Row } from "./shaped-plan.ts";
import { from, hidden, type Values } from "./shapes.ts";

/** A type with a resource policy, in three states: open to anyone, open to one account, and not known before the deployment. */
export interface PolicyRow {
  readonly type: string;
  readonly open: Values;
  readonly pinned: Values;
  readonly unknown: Values;
  /** What the graph has to say of the one that is pinned. */
  readonly facts: readonly string[];
  /** What stands beside it, and the address that its policy is seen at, where that is not its own. */
  readonly beside?: readonly Row[];
  readonly seenAt?: string;
  /** Where it does not matter who is named, since only what is inside of a private network gets there. */
  readonly severity?: "low";
}

const statement = { Effect: "Allow", Action: "*", Resource: "*", Principal: "*" };
const pin = { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } };
const documentOf = (one: Values): string => JSON.stringify({ Version: "2012-10-17", Statement: [one] });
const open = documentOf(statement);
const pinned = documentOf({ ...statement, Condition: pin });

const ofResource = "inline resource policy with 1 statements";
const ruledBy = (address: string) => `is ruled by ${address}#policy`;

type More = Partial<Pick<PolicyRow, "beside" | "seenAt" | "severity" | "facts">>;

/** A row whose policy is a JSON document in an attribute, maybe in blocks: `details.policy`. */
function row(type: string, path: string, others: Values = {}, more: More = {}): PolicyRow {
  const values = (document: unknown) => withValue(others, path.split("."), document);
  const seen = more.seenAt === undefined ? [ruledBy(`${type}.x`)] : [];
  const cut = more.severity === "low" && more.seenAt === undefined ? ["cuts public access off: yes"] : [];
  return {
    type,
    open: values(open),
    pinned: values(pinned),
    unknown: values(hidden),
    ...more,
    facts: [ofResource, ...seen, ...cut, ...(more.facts ?? [])],
  };
}

function withValue(values: Values, [key = "", ...rest]: readonly string[], value: unknown): Values {
  if (rest.length === 0) return { ...values, [key]: value };
  const [block] = (values[key] as readonly Values[] | undefined) ?? [{}];
  return { ...values, [key]: [withValue(block ?? {}, rest, value)] };
}

const network = { severity: "low" } as const;
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

/** By reading the provider's documentation. What a policy is about stands beside it where it says more of it than its name. */
export const policyRows: readonly PolicyRow[] = [
  row(
    "aws_s3_access_point",
    "policy",
    { name: "x", bucket: "b", public_access_block_configuration: [{ restrict_public_buckets: false }] },
    { facts: ["cuts public access off: no"] },
  ),
  row("aws_s3_access_point", "policy", { name: "x", bucket: "b" }, network),
  row("aws_s3_access_point", "policy", { name: "x", bucket: "b", vpc_configuration: [{ vpc_id: "vpc-1" }] }, network),
  row("aws_fsx_s3_access_point_attachment", "s3_access_point.policy", { name: "x", type: "OPENZFS" }),
  row("aws_efs_file_system_policy", "policy", { file_system_id: "fs-1" }),
  row(
    "aws_efs_file_system_policy",
    "policy",
    { file_system_id: from("aws_efs_file_system.files.id") },
    { beside: [["aws_efs_file_system", "files", {}]], seenAt: "aws_efs_file_system.files", ...network },
  ),
  row("aws_glacier_vault", "access_policy", { name: "x" }),
  row("aws_glacier_vault_lock", "policy", { vault_name: "x", complete_lock: true }),
  row(
    "aws_backup_vault_policy",
    "policy",
    { backup_vault_name: "vault" },
    { beside: [["aws_backup_vault", "vault", { name: "vault" }]], seenAt: "aws_backup_vault.vault" },
  ),
  row(
    "aws_dynamodb_resource_policy",
    "policy",
    { resource_arn: arn("dynamodb", "table/orders") },
    {
      beside: [["aws_dynamodb_table", "orders", { name: "orders" }]],
      seenAt: "aws_dynamodb_table.orders",
    },
  ),
  row("aws_s3control_access_point_policy", "policy", { access_point_arn: arn("s3", "accesspoint/x") }),
  row("aws_s3control_bucket_policy", "policy", { bucket: arn("s3-outposts", "outpost/op-1/bucket/x") }),
  row("aws_s3control_multi_region_access_point_policy", "details.policy", { details: [{ name: "x" }] }),
  row("aws_s3control_object_lambda_access_point_policy", "policy", { name: "x" }),
  row("aws_s3control_access_grants_instance_resource_policy", "policy"),
  row(
    "aws_s3tables_table_bucket_policy",
    "resource_policy",
    { table_bucket_arn: arn("s3tables", "bucket/x") },
    { beside: [["aws_s3tables_table_bucket", "bucket", { name: "x" }]], seenAt: "aws_s3tables_table_bucket.bucket" },
  ),
  row("aws_s3tables_table_policy", "resource_policy", {
    name: "x",
    namespace: "n",
    table_bucket_arn: arn("s3tables", "bucket/x"),
  }),
  row(
    "aws_s3vectors_vector_bucket_policy",
    "policy",
    { vector_bucket_arn: arn("s3vectors", "bucket/x") },
    {
      beside: [["aws_s3vectors_vector_bucket", "bucket", { vector_bucket_name: "x" }]],
      seenAt: "aws_s3vectors_vector_bucket.bucket",
    },
  ),
  row("aws_media_store_container_policy", "policy", { container_name: "x" }),
  // APIs, domains, catalogs.
  row("aws_api_gateway_rest_api", "policy", { name: "x" }),
  row("aws_api_gateway_rest_api", "policy", { name: "x", endpoint_configuration: [{ types: ["PRIVATE"] }] }, network),
  row("aws_api_gateway_domain_name", "policy", { domain_name: "x.example.com" }),
  row("aws_api_gateway_rest_api_policy", "policy", { rest_api_id: "a1b2c3" }),
  row("aws_opensearch_domain", "access_policies", { domain_name: "x" }),
  row(
    "aws_opensearch_domain",
    "access_policies",
    { domain_name: "x", vpc_options: [{ subnet_ids: ["subnet-1"] }] },
    network,
  ),
  row(
    "aws_opensearch_domain_policy",
    "access_policies",
    { domain_name: "d" },
    { beside: [["aws_opensearch_domain", "domain", { domain_name: "d" }]], seenAt: "aws_opensearch_domain.domain" },
  ),
  row("aws_elasticsearch_domain", "access_policies", { domain_name: "x" }),
  row("aws_elasticsearch_domain_policy", "access_policies", { domain_name: "x" }),
  row("aws_cloudsearch_domain_service_access_policy", "access_policy", { domain_name: "x" }),
  row(
    "aws_acmpca_policy",
    "policy",
    { resource_arn: from("aws_acmpca_certificate_authority.ca.arn") },
    { beside: [["aws_acmpca_certificate_authority", "ca", {}]], seenAt: "aws_acmpca_certificate_authority.ca" },
  ),
  row(
    "aws_codeartifact_domain_permissions_policy",
    "policy_document",
    { domain: "d" },
    {
      beside: [["aws_codeartifact_domain", "domain", { domain: "d" }]],
      seenAt: "aws_codeartifact_domain.domain",
    },
  ),
  row(
    "aws_codeartifact_repository_permissions_policy",
    "policy_document",
    { domain: "d", repository: "r" },
    {
      beside: [["aws_codeartifact_repository", "repository", { domain: "d", repository: "r" }]],
      seenAt: "aws_codeartifact_repository.repository",
    },
  ),
  row("aws_codebuild_resource_policy", "policy", { resource_arn: arn("codebuild", "report-group/x") }),
  row("aws_glue_resource_policy", "policy"),
  row("aws_redshift_resource_policy", "policy", { resource_arn: arn("redshift", "namespace:x") }),
  row("aws_redshiftserverless_resource_policy", "policy", { resource_arn: arn("redshift-serverless", "snapshot/x") }),
  row("aws_sagemaker_model_package_group_policy", "resource_policy", { model_package_group_name: "x" }),
  row("aws_ses_identity_policy", "policy", { name: "p", identity: "example.com" }),
  row("aws_sesv2_email_identity_policy", "policy", { email_identity: "example.com", policy_name: "p" }),
  row("aws_organizations_resource_policy", "content"),
  // Events, logs and metrics.
  row(
    "aws_cloudwatch_event_bus_policy",
    "policy",
    { event_bus_name: "bus" },
    { beside: [["aws_cloudwatch_event_bus", "bus", { name: "bus" }]], seenAt: "aws_cloudwatch_event_bus.bus" },
  ),
  row("aws_cloudwatch_event_bus_policy", "policy"),
  row(
    "aws_kinesis_resource_policy",
    "policy",
    { resource_arn: arn("kinesis", "stream/clicks") },
    { beside: [["aws_kinesis_stream", "clicks", { name: "clicks" }]], seenAt: "aws_kinesis_stream.clicks" },
  ),
  row(
    "aws_cloudwatch_log_destination_policy",
    "access_policy",
    { destination_name: "logs" },
    {
      beside: [
        [
          "aws_cloudwatch_log_destination",
          "logs",
          { name: "logs", role_arn: "arn:aws:iam::111122223333:role/r", target_arn: arn("kinesis", "stream/clicks") },
        ],
      ],
      seenAt: "aws_cloudwatch_log_destination.logs",
    },
  ),
  row("aws_cloudwatch_log_delivery_destination_policy", "delivery_destination_policy", {
    delivery_destination_name: "x",
  }),
  row("aws_cloudwatch_log_resource_policy", "policy_document", { policy_name: "x" }),
  row(
    "aws_msk_cluster_policy",
    "policy",
    { cluster_arn: from("aws_msk_cluster.kafka.arn") },
    { beside: [["aws_msk_cluster", "kafka", { cluster_name: "kafka" }]], seenAt: "aws_msk_cluster.kafka" },
  ),
  row(
    "aws_prometheus_resource_policy",
    "policy_document",
    { workspace_id: from("aws_prometheus_workspace.metrics.id") },
    {
      beside: [["aws_prometheus_workspace", "metrics", { alias: "metrics" }]],
      seenAt: "aws_prometheus_workspace.metrics",
    },
  ),
  row(
    "aws_schemas_registry_policy",
    "policy",
    { registry_name: "events" },
    { beside: [["aws_schemas_registry", "events", { name: "events" }]], seenAt: "aws_schemas_registry.events" },
  ),
  row("aws_oam_sink_policy", "policy", { sink_identifier: arn("oam", "sink/x") }),
  row("aws_xray_resource_policy", "policy_document", { policy_name: "x" }),
  row("aws_networkfirewall_resource_policy", "policy", { resource_arn: arn("network-firewall", "firewall-policy/x") }),
  row("aws_vpclattice_resource_policy", "policy", { resource_arn: arn("vpc-lattice", "servicenetwork/sn-1") }),
];
