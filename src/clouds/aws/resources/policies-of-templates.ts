import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

/** What holds a policy about itself, as only templates have it. */
const carriers: readonly Carrier[] = [
  {
    cloudformation: "AWS::AIOps::InvestigationGroup",
    naming: { kind: "investigation-group", names: ["name"] },
    policy: "investigation_group_policy",
  },
  {
    cloudformation: "AWS::Backup::LogicallyAirGappedBackupVault",
    naming: { kind: "backup-vault", names: ["backup_vault_name"] },
    policy: "access_policy",
  },
  {
    cloudformation: "AWS::DSQL::Cluster",
    naming: { kind: "cluster", names: ["identifier"], generated: true },
    policy: "policy_document",
  },
  {
    cloudformation: "AWS::OSIS::Pipeline",
    naming: { kind: "pipeline", names: ["pipeline_name"] },
    policy: "resource_policy.Policy",
  },
  {
    cloudformation: "AWS::Omics::SequenceStore",
    naming: { kind: "sequence-store", names: ["name"] },
    policy: "s3_access_policy",
    spelling: { s3_access_policy: "S3AccessPolicy" },
  },
  {
    cloudformation: "AWS::PaymentCryptography::Key",
    naming: { kind: "payment-key", names: ["id"], generated: true },
    policy: "policy",
  },
  ...["DocumentClassifier", "EntityRecognizer"].map(
    (name): Carrier => ({
      terraform: `aws_comprehend${name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)}`,
      cloudformation: `AWS::Comprehend::${name}`,
      spelling: { name: `${name}Name` },
      naming: { kind: "model", names: ["name"] },
      policies: ["ModelPolicy"],
    }),
  ),
  {
    terraform: "aws_redshift_cluster",
    cloudformation: "AWS::Redshift::Cluster",
    naming: { kind: "cluster", names: ["cluster_identifier"] },
    policies: ["NamespaceResourcePolicy"],
  },
  {
    terraform: "aws_rum_app_monitor",
    cloudformation: "AWS::RUM::AppMonitor",
    naming: { kind: "monitoring-sink", names: ["name"] },
    policies: ["ResourcePolicy.PolicyDocument"],
  },
  {
    // Each replica has a policy, and its stream another one.
    cloudformation: "AWS::DynamoDB::GlobalTable",
    naming: { kind: "table", names: ["table_name"] },
    policies: [
      "replicas.ResourcePolicy.PolicyDocument",
      "replicas.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument",
    ],
  },
];

/** Policies that are resources of their own. */
const separate: readonly PolicyOf[] = [
  {
    cloudformation: "AWS::Bedrock::KnowledgeBasePolicy",
    of: "knowledge_base_id",
    kind: "knowledge-base",
    policy: "policy_document",
  },
  { cloudformation: "AWS::Bedrock::ResourcePolicy", of: "resource_arn", kind: "model", policy: "policy_document" },
  {
    cloudformation: "AWS::CloudTrail::ResourcePolicy",
    of: "resource_arn",
    kind: "event-data-store",
    policy: "resource_policy",
  },
  {
    cloudformation: "AWS::EventsV2::ResourcePolicy",
    of: "event_bus_arn",
    kind: "event-bus",
    policy: "policy_document",
  },
  { cloudformation: "AWS::Lambda::ResourcePolicy", of: "resource_arn", kind: "function", policy: "policy_document" },
  { cloudformation: "AWS::Lex::ResourcePolicy", of: "resource_arn", kind: "bot", policy: "policy" },
  { cloudformation: "AWS::MediaPackageV2::ChannelPolicy", of: "channel_name", kind: "channel", policy: "policy" },
  {
    cloudformation: "AWS::MediaPackageV2::OriginEndpointPolicy",
    of: "origin_endpoint_name",
    kind: "origin-endpoint",
    policy: "policy",
  },
  { cloudformation: "AWS::MediaTailor::ChannelPolicy", of: "channel_name", kind: "channel", policy: "policy" },
  {
    cloudformation: "AWS::SMSVOICE::ResourcePolicy",
    of: "resource_arn",
    kind: "phone-number",
    policy: "policy_document",
  },
  { cloudformation: "AWS::SSM::ResourcePolicy", of: "resource_arn", kind: "parameter", policy: "policy" },
];

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
