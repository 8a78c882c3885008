import { plainArn } from "./iam-arn.ts";
import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

/** Resources that hold a policy about themselves, or can get one. */
const carriers: readonly Carrier[] = [
  {
    terraform: "aws_s3_bucket",
    cloudformation: "AWS::S3::Bucket",
    spelling: { bucket: "BucketName", acl: "AccessControl" },
    naming: {
      kind: "bucket",
      names: ["bucket", "id"],
      arn: plainArn("s3", "", "bucket", { regional: false, accounted: false }),
    },
    policy: "policy",
  },
  { terraform: "data.aws_s3_bucket", naming: { kind: "bucket", names: ["bucket"] } },
  {
    terraform: "aws_kms_key",
    cloudformation: "AWS::KMS::Key",
    spelling: { policy: "KeyPolicy" },
    naming: { kind: "key", names: ["key_id", "id"], generated: true },
    policy: "policy",
  },
  { terraform: "aws_kms_external_key", naming: { kind: "key", names: ["id"], generated: true }, policy: "policy" },
  {
    terraform: "aws_kms_replica_key",
    cloudformation: "AWS::KMS::ReplicaKey",
    spelling: { policy: "KeyPolicy" },
    naming: { kind: "key", names: ["key_id", "id"], generated: true },
    policy: "policy",
  },
  {
    terraform: "aws_kms_replica_external_key",
    naming: { kind: "key", names: ["id"], generated: true },
    policy: "policy",
  },
  {
    terraform: "aws_sqs_queue",
    cloudformation: "AWS::SQS::Queue",
    spelling: { name: "QueueName" },
    naming: { kind: "queue", names: ["name", "url", "id"], arn: plainArn("sqs", "", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_sns_topic",
    cloudformation: "AWS::SNS::Topic",
    spelling: { name: "TopicName" },
    naming: { kind: "topic", names: ["name"], arn: plainArn("sns", "", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_secretsmanager_secret",
    cloudformation: "AWS::SecretsManager::Secret",
    naming: { kind: "secret", names: ["name", "id"] },
    policy: "policy",
  },
  {
    terraform: "aws_ecr_repository",
    cloudformation: "AWS::ECR::Repository",
    spelling: { name: "RepositoryName", policy: "RepositoryPolicyText" },
    naming: { kind: "repository", names: ["name", "id"], arn: plainArn("ecr", "repository/", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_ecrpublic_repository",
    cloudformation: "AWS::ECR::PublicRepository",
    spelling: { policy: "RepositoryPolicyText" },
    naming: { kind: "repository", names: ["repository_name", "id"] },
    policy: "policy",
  },
];

/** Policies that are resources of their own: the attribute that names what they are about, and its kind. */
const separate: readonly PolicyOf[] = [
  {
    terraform: "aws_s3_bucket_policy",
    cloudformation: "AWS::S3::BucketPolicy",
    spelling: { policy: "PolicyDocument" },
    of: "bucket",
    kind: "bucket",
    policy: "policy",
  },
  { terraform: "aws_kms_key_policy", of: "key_id", kind: "key", policy: "policy" },
  {
    terraform: "aws_sqs_queue_policy",
    cloudformation: "AWS::SQS::QueuePolicy",
    spelling: { queue_url: "Queues", policy: "PolicyDocument" },
    of: "queue_url",
    kind: "queue",
    policy: "policy",
  },
  {
    terraform: "aws_sns_topic_policy",
    cloudformation: "AWS::SNS::TopicPolicy",
    spelling: { arn: "Topics", policy: "PolicyDocument" },
    of: "arn",
    kind: "topic",
    policy: "policy",
  },
  {
    terraform: "aws_secretsmanager_secret_policy",
    cloudformation: "AWS::SecretsManager::ResourcePolicy",
    spelling: { secret_arn: "SecretId", policy: "ResourcePolicy" },
    of: "secret_arn",
    kind: "secret",
    policy: "policy",
  },
  { cloudformation: "AWS::SQS::QueueInlinePolicy", of: "queue", kind: "queue", policy: "policy_document" },
  { cloudformation: "AWS::SNS::TopicInlinePolicy", of: "topic_arn", kind: "topic", policy: "policy_document" },
  { terraform: "aws_ecr_repository_policy", of: "repository", kind: "repository", policy: "policy" },
  { terraform: "aws_ecrpublic_repository_policy", of: "repository_name", kind: "repository", policy: "policy" },
  {
    terraform: "aws_ecr_registry_policy",
    cloudformation: "AWS::ECR::RegistryPolicy",
    spelling: { policy: "PolicyText" },
    kind: "repository",
    policy: "policy",
  },
  {
    terraform: "aws_ecr_repository_creation_template",
    cloudformation: "AWS::ECR::RepositoryCreationTemplate",
    of: "prefix",
    kind: "repository",
    policy: "repository_policy",
  },
];

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
