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
  /** `low` where it does not matter who is named, since nobody gets there anyway; critical unless it is said. */
  readonly severity?: "low" | "high";
  /** True where nobody can be everybody, so that somebody who is not known yet is no doubt. */
  readonly somebody?: true;
  /** The same while nobody knows what is allowed, where it differs: writing is feared. */
  readonly feared?: "critical";
}

const statement = { Effect: "Allow", Action: "*", Resource: "*", Principal: "*" };
const pin = { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } };
const documentOf = (one: Values): string => JSON.stringify({ Version: "2012-10-17", Statement: [one] });
const open = documentOf(statement);
const pinned = documentOf({ ...statement, Condition: pin });

const ofResource = "inline resource policy with 1 statements";
const ruledBy = (address: string) => `is ruled by ${address}#policy`;

type More = Partial<Pick<PolicyRow, "beside" | "seenAt" | "severity" | "somebody" | "feared" | "facts">>;

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

type States = readonly [path: string, open: unknown, pinned: unknown];

/** A row whose attributes say who. What is open, and what is not, is given by the attribute that says it. */
function says(type: string, [path, anyone, somebody]: States, others: Values = {}, more: More = {}): PolicyRow {
  const values = (who: unknown) => withValue(others, path.split("."), who);
  const seen = more.seenAt === undefined ? [ruledBy(`${type}.x`)] : [];
  return {
    type,
    open: values(anyone),
    pinned: values(somebody),
    unknown: values(hidden),
    ...more,
    facts: [ofResource, ...seen, ...(more.facts ?? [])],
  };
}

/** A row whose attributes say who, where AWS takes no word for everybody. */
function names(type: string, states: States, others: Values = {}, more: More = {}): PolicyRow {
  return says(type, states, others, { ...more, somebody: true });
}

const network = { severity: "low" } as const;
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

const account = "444455556666";
const root = `arn:aws:iam::${account}:root`;
const role = `arn:aws:iam::${account}:role/r`;
const read = { severity: "high" } as const;
const cut = { severity: "low", facts: ["cuts public access off: yes"] } as const;
const notCut = { facts: ["cuts public access off: no"] };

const member = (id: string) => ({ account_id: id, display_name: "x", member_abilities: ["CAN_QUERY"] });
const tablePermission = (id: string) => ({ permissions: ["ALL"], principal: [{ data_lake_principal_identifier: id }] });
const transcoded = (grantee: string) => ({ grantee, grantee_type: "Group", access: ["FullControl"] });

function quickSight(name: string, block: string, others: Values = {}): PolicyRow {
  const permission = (principal: string) => ({ principal, actions: ["quicksight:UpdateDashboard"] });
  const own = { [`${name === "folder" ? "folder" : name}_id`]: "x", name: "x", ...others };
  const user = `arn:aws:quicksight:eu-west-1:${account}:user/default/u`;
  return names(`aws_quicksight_${name}`, [block, [permission("*")], [permission(user)]], own);
}

const noStatements = "inline resource policy with 0 statements";
const ruledByAcl = (address: string) => `is ruled by ${address}#acl`;
const everybody = { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" };
const somebody = { type: "CanonicalUser", id: "0123456789abcdef" };
const granted = (grantee: Values) => ({ owner: [{ id: "o" }], grant: [{ permission: "WRITE", grantee: [grantee] }] });

/** A row whose list says who; nobody is told but by a statement. */
function acl(type: string, states: States, others: Values, more: More): PolicyRow {
  return { ...says(type, states, others, more), facts: more.facts ?? [], feared: "critical" };
}

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
  row("aws_efs_file_system_policy", "policy", { file_system_id: "fs-1" }, network),
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
  row("aws_vpclattice_auth_policy", "policy", { resource_identifier: "sn-1" }, network),
  // Attributes that say who may do what.
  names("aws_kms_grant", ["grantee_principal", "*", role], { key_id: "k", operations: ["Decrypt", "Encrypt"] }),
  says("aws_ami_launch_permission", ["account_id", "*", account], { image_id: "ami-1" }),
  says("aws_ami_launch_permission", ["group", "all", "none"], { image_id: "ami-1" }),
  names("aws_snapshot_create_volume_permission", ["account_id", "*", account], { snapshot_id: "snap-1" }),
  says("aws_db_snapshot", ["shared_accounts", ["all"], [account]], {
    db_snapshot_identifier: "x",
    db_instance_identifier: "d",
  }),
  says("aws_db_cluster_snapshot", ["shared_accounts", [account, "all"], [account]], {
    db_cluster_snapshot_identifier: "x",
    db_cluster_identifier: "d",
  }),
  names("aws_redshift_data_share_authorization", ["consumer_identifier", "*", account], {
    data_share_arn: arn("redshift", "datashare:x/y"),
  }),
  names(
    "aws_s3control_access_grant",
    [
      "grantee",
      [{ grantee_type: "IAM", grantee_identifier: "*" }],
      [{ grantee_type: "IAM", grantee_identifier: role }],
    ],
    { access_grants_location_id: "l", permission: "READ" },
    read,
  ),
  names("aws_cleanrooms_collaboration", ["member", [member("*")], [member(account)]], {
    name: "x",
    description: "x",
    creator_display_name: "x",
    creator_member_abilities: ["CAN_QUERY"],
    query_log_status: "DISABLED",
  }),
  names(
    "aws_securitylake_subscriber",
    ["subscriber_identity", [{ external_id: "e", principal: "*" }], [{ external_id: "e", principal: account }]],
    { subscriber_name: "x" },
  ),
  names("aws_lakeformation_permissions", ["principal", "*", role], { permissions: ["SELECT"] }),
  names("aws_lakeformation_data_lake_settings", ["admins", ["*"], [role]]),
  names(
    "aws_glue_catalog_database",
    ["create_table_default_permission", [tablePermission("*")], [tablePermission("IAM_ALLOWED_PRINCIPALS")]],
    { name: "x" },
  ),
  names("aws_acmpca_permission", ["principal", "*", "acm.amazonaws.com"], {
    certificate_authority_arn: arn("acm-pca", "certificate-authority/a"),
    actions: ["IssueCertificate"],
  }),
  says(
    "aws_lambda_layer_version_permission",
    ["principal", "*", account],
    { layer_name: "l", version_number: 1, statement_id: "s", action: "lambda:GetLayerVersion" },
    read,
  ),
  names("aws_signer_signing_profile_permission", ["principal", "*", account], {
    profile_name: "p",
    action: "signer:StartSigningJob",
  }),
  names("aws_licensemanager_grant", ["principal", "*", root], {
    name: "x",
    license_arn: "arn:aws:license-manager::111122223333:license:l",
    allowed_operations: ["CheckoutLicense"],
  }),
  names("aws_network_interface_permission", ["aws_account_id", "*", account], {
    network_interface_id: "eni-1",
    permission: "INSTANCE-ATTACH",
  }),
  names("aws_opensearch_authorize_vpc_endpoint_access", ["account", "*", account], { domain_name: "d" }),
  names(
    "aws_ram_principal_association",
    ["principal", "*", account],
    { resource_share_arn: from("aws_ram_resource_share.share.arn") },
    { beside: [["aws_ram_resource_share", "share", { name: "s" }]], seenAt: "aws_ram_resource_share.share" },
  ),
  names("aws_servicecatalog_portfolio_share", ["principal_id", "*", account], { portfolio_id: "p", type: "ACCOUNT" }),
  names("aws_servicecatalog_principal_portfolio_association", ["principal_arn", "*", role], { portfolio_id: "p" }),
  names("aws_directory_service_shared_directory", ["target", [{ id: "*" }], [{ id: account }]], { directory_id: "d" }),
  names("aws_config_aggregate_authorization", ["account_id", "*", account]),
  names("aws_organizations_delegated_administrator", ["account_id", "*", account], { service_principal: "s" }, read),
  names("aws_globalaccelerator_cross_account_attachment", ["principals", ["*"], [account]], { name: "x" }),
  says(
    "aws_ssm_document",
    ["permissions", { type: "Share", account_ids: "All" }, { type: "Share", account_ids: `${account}, 777788889999` }],
    { name: "x", document_type: "Command", content: "{}" },
  ),
  says(
    "aws_elastictranscoder_pipeline",
    ["content_config_permissions", [transcoded("AllUsers")], [transcoded("someone@example.com")]],
    { input_bucket: "b" },
  ),
  ...["analysis", "dashboard", "folder", "template", "theme"].map((name) => quickSight(name, "permissions")),
  quickSight("data_set", "permissions", { import_mode: "SPICE" }),
  quickSight("data_source", "permission", { type: "S3", parameters: [{}] }),
  says("aws_vpc_endpoint_service", ["allowed_principals", ["*"], [root]], { acceptance_required: false }, notCut),
  says("aws_vpc_endpoint_service", ["allowed_principals", ["*"], [root]], { acceptance_required: true }, cut),
  says(
    "aws_vpc_endpoint_service_allowed_principal",
    ["principal_arn", "*", root],
    { vpc_endpoint_service_id: from("aws_vpc_endpoint_service.s.id") },
    {
      beside: [["aws_vpc_endpoint_service", "s", { acceptance_required: true }]],
      seenAt: "aws_vpc_endpoint_service.s",
      severity: "low",
    },
  ),
  says("aws_cloudwatch_event_permission", ["principal", "*", account], { statement_id: "s" }),
  says(
    "aws_cloudwatch_event_permission",
    ["condition", [], [{ type: "StringEquals", key: "aws:PrincipalOrgID", value: "o-1234567890" }]],
    { statement_id: "s", principal: "*", event_bus_name: "bus" },
  ),
  // Access control lists.
  acl(
    "aws_s3_bucket_acl",
    ["acl", "public-read", "private"],
    { bucket: "b" },
    { facts: [noStatements, ruledByAcl("aws_s3_bucket_acl.x")], ...read },
  ),
  acl(
    "aws_s3_bucket_acl",
    ["access_control_policy", [granted(everybody)], [granted(somebody)]],
    { bucket: "b" },
    { facts: [ofResource, ruledByAcl("aws_s3_bucket_acl.x")] },
  ),
  acl(
    "aws_s3_bucket",
    ["acl", "public-read-write", "log-delivery-write"],
    { bucket: "b" },
    { facts: [ofResource, ruledByAcl("aws_s3_bucket.x")] },
  ),
  acl("aws_s3_bucket", ["acl", "authenticated-read", "private"], { bucket: "b" }, { facts: [], ...read }),
  acl("aws_s3_object", ["acl", "public-read", "private"], { bucket: "b", key: "k" }, { facts: [], ...read }),
  acl(
    "aws_s3_object",
    ["acl", "public-read", "aws-exec-read"],
    { bucket: "b", key: "k" },
    { facts: [ofResource, ruledByAcl("aws_s3_object.x")], ...read },
  ),
  acl("aws_s3_bucket_object", ["acl", "public-read", "private"], { bucket: "b", key: "k" }, { facts: [], ...read }),
  acl(
    "aws_s3_object_copy",
    ["acl", "public-read", "private"],
    { bucket: "b", key: "k", source: "b/l" },
    { facts: [], ...read },
  ),
];
