import type { NodeId } from "#model/node.ts";
import { field } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { type Linking, policyNode } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Naming, ThingKind } from "../link/things.ts";
import { plainArn } from "./iam-arn.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

/** Resources that hold a policy about themselves, or can get one. */
const carriers: readonly { terraform: string; cloudformation?: string; naming: Naming; policy?: string }[] = [
  {
    terraform: "aws_s3_bucket",
    cloudformation: "AWS::S3::Bucket",
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
    naming: { kind: "key", names: ["key_id", "id"], generated: true },
    policy: "policy",
  },
  { terraform: "aws_kms_external_key", naming: { kind: "key", names: ["id"], generated: true }, policy: "policy" },
  {
    terraform: "aws_kms_replica_key",
    cloudformation: "AWS::KMS::ReplicaKey",
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
    naming: { kind: "queue", names: ["name", "url", "id"], arn: plainArn("sqs", "", "name", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_sns_topic",
    cloudformation: "AWS::SNS::Topic",
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
    naming: { kind: "repository", names: ["name", "id"], arn: plainArn("ecr", "repository/", "name", regional) },
  },
  {
    terraform: "aws_ecrpublic_repository",
    cloudformation: "AWS::ECR::PublicRepository",
    naming: { kind: "repository", names: ["repository_name", "id"] },
  },
];

/** Policies that are resources of their own: the attribute that names what they are about, and its kind. */
const separate: readonly {
  terraform: string;
  cloudformation?: string;
  of?: string;
  kind: ThingKind;
  policy: string;
}[] = [
  {
    terraform: "aws_s3_bucket_policy",
    cloudformation: "AWS::S3::BucketPolicy",
    of: "bucket",
    kind: "bucket",
    policy: "policy",
  },
  { terraform: "aws_kms_key_policy", of: "key_id", kind: "key", policy: "policy" },
  {
    terraform: "aws_sqs_queue_policy",
    cloudformation: "AWS::SQS::QueuePolicy",
    of: "queue_url",
    kind: "queue",
    policy: "policy",
  },
  {
    terraform: "aws_sns_topic_policy",
    cloudformation: "AWS::SNS::TopicPolicy",
    of: "arn",
    kind: "topic",
    policy: "policy",
  },
  {
    terraform: "aws_secretsmanager_secret_policy",
    cloudformation: "AWS::SecretsManager::ResourcePolicy",
    of: "secret_arn",
    kind: "secret",
    policy: "policy",
  },
  { terraform: "aws_ecr_repository_policy", of: "repository", kind: "repository", policy: "policy" },
  { terraform: "aws_ecrpublic_repository_policy", of: "repository_name", kind: "repository", policy: "policy" },
  {
    terraform: "aws_ecr_registry_policy",
    cloudformation: "AWS::ECR::RegistryPolicy",
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

const resourcePolicies: readonly ResourceType[] = [
  ...carriers.map(
    ({ policy, ...row }): ResourceType => ({
      ...row,
      contribute(resource, linking) {
        const id = policy === undefined ? undefined : addPolicy(resource, linking, policy);
        if (id !== undefined) linking.targets.own(id, resource);
      },
    }),
  ),
  ...separate.map(
    ({ of, kind, policy, ...row }): ResourceType => ({
      ...row,
      contribute(resource, linking) {
        const id = addPolicy(resource, linking, policy);
        const target = of === undefined ? undefined : attribute(resource, of);
        if (id !== undefined) linking.targets.policy(id, target, kind, resource);
      },
      vanish(resource, linking) {
        const target = of === undefined ? undefined : attribute(resource, of);
        if (target !== undefined) linking.targets.cleared(target, kind, resource);
      },
    }),
  ),
];

/** A resource that gets the provider's default policy says nothing about access: it is only the owner account's. */
function addPolicy(resource: Resource, linking: Linking, attributeName: string): NodeId | undefined {
  const tree = field(resource.values, attributeName);
  if (!isSet(tree) || isEmpty(tree)) return undefined;
  const { address, type } = resource.change;
  const id = `${address}#policy`;
  const name = attribute(resource, "name") ?? [];
  const head = { id, kind: "resource", origin: "inline", name, address, type, assumed: false } as const;
  linking.graph.addPolicy(policyNode(head, linking.document(tree), tree));
  return id;
}

/** The provider writes "" for a policy that is not there. */
function isEmpty(tree: ReturnType<typeof field>): boolean {
  return tree.kind === "text" && tree.text.length === 0;
}

export default resourcePolicies;
