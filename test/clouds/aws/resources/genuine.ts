const role = "aws_iam_role.role";
const user = "aws_iam_user.user";
const group = "aws_iam_group.group";
const policy = "aws_iam_policy.policy";
const inline = "inline identity policy with 1 statements";
const ofResource = "inline resource policy with 1 statements";

/**
 * The types that the stand-in provider knows: type, address, and what the graph has to say there, by reading fixtures/plans/terraform-plan/one-of-each/main.tf.
 * What only gives its name to others is seen at one of them.
 */
export const genuine: readonly (readonly [type: string, address: string, ...facts: readonly string[]])[] = [
  ["aws_iam_role", role, "managed role role, machine: yes", "trusts ec2.amazonaws.com"],
  ["aws_iam_user", user, "managed user user, machine: yes"],
  ["aws_iam_user", "aws_iam_user.person", "managed user person, machine: no"],
  ["aws_iam_group", group, "managed group group, machine: no"],
  [
    "aws_iam_service_linked_role",
    "aws_iam_service_linked_role.linked",
    `managed role \${unknown}, machine: yes`,
    "service-linked",
  ],
  ["aws_iam_policy", policy, "customer identity policy with 1 statements"],
  ["aws_iam_role_policy", "aws_iam_role_policy.inline", inline, `grants aws_iam_role_policy.inline to ${role}`],
  ["aws_iam_user_policy", "aws_iam_user_policy.inline", inline, `grants aws_iam_user_policy.inline to ${user}`],
  ["aws_iam_group_policy", "aws_iam_group_policy.inline", inline, `grants aws_iam_group_policy.inline to ${group}`],
  ["aws_iam_role_policy_attachment", "aws_iam_role_policy_attachment.by_arn", `grants ${policy} to ${role}`],
  ["aws_iam_user_policy_attachment", "aws_iam_user_policy_attachment.by_name", `grants ${policy} to ${user}`],
  [
    "aws_iam_group_policy_attachment",
    "aws_iam_group_policy_attachment.vendor",
    `grants arn:aws:iam::aws:policy/ReadOnlyAccess to ${group}`,
  ],
  [
    "aws_iam_policy_attachment",
    "aws_iam_policy_attachment.many",
    `grants ${policy} to ${role}`,
    `grants ${policy} to ${user}`,
    `grants ${policy} to outside aws user/somebody`,
    `grants ${policy} to ${group}`,
  ],
  [
    "aws_iam_role_policy_attachments_exclusive",
    "aws_iam_role_policy_attachments_exclusive.all",
    `grants ${policy} to ${role}`,
    `grants arn:aws:iam::aws:policy/ReadOnlyAccess to ${role}`,
  ],
  ["aws_iam_role_policies_exclusive", "aws_iam_role_policies_exclusive.all"],
  [
    "aws_iam_group_membership",
    "aws_iam_group_membership.members",
    `${user} is in ${group}`,
    `outside aws user/somebody is in ${group}`,
  ],
  ["aws_iam_user_group_membership", "aws_iam_user_group_membership.groups", `aws_iam_user.person is in ${group}`],
  ["aws_iam_access_key", "aws_iam_access_key.key", `access-key of ${user}`],
  ["aws_iam_user_login_profile", "aws_iam_user_login_profile.password", "password of aws_iam_user.person"],
  ["aws_iam_instance_profile", "aws_iam_instance_profile.profile"],
  ["aws_instance", "aws_instance.instance", `runs as ${role} (instance profile)`],
  ["aws_launch_template", "aws_launch_template.template", `runs as ${role} (instance profile)`],
  ...["aws_iam_openid_connect_provider", "aws_iam_saml_provider", "data.aws_iam_openid_connect_provider"].map(
    (type) =>
      [
        type,
        "aws_iam_role.federated",
        "managed role federated, machine: yes",
        "trusts aws_iam_openid_connect_provider.oidc",
        "trusts aws_iam_saml_provider.saml",
        "trusts data.aws_iam_openid_connect_provider.looked",
      ] as const,
  ),
  ["aws_iam_account_password_policy", "aws_iam_account_password_policy.passwords"],
  ["aws_s3_bucket", "aws_s3_bucket.bucket", ofResource, "is ruled by aws_s3_bucket.bucket#policy"],
  ["aws_s3_bucket_policy", "aws_s3_bucket_policy.policy", ofResource],
  [
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket.other",
    "is ruled by aws_s3_bucket_policy.policy#policy",
    "cuts public access off: yes",
  ],
  ["aws_kms_key", "aws_kms_key.key", ofResource, "is ruled by aws_kms_key.key#policy"],
  ["aws_kms_key_policy", "aws_kms_key_policy.policy", ofResource],
  ["aws_kms_key_policy", "aws_kms_key.other", "is ruled by aws_kms_key_policy.policy#policy"],
  ["aws_sqs_queue", "aws_sqs_queue.queue", ofResource, "is ruled by aws_sqs_queue.queue#policy"],
  ["aws_sqs_queue_policy", "aws_sqs_queue_policy.policy", ofResource],
  ["aws_sqs_queue_policy", "aws_sqs_queue.other", "is ruled by aws_sqs_queue_policy.policy#policy"],
  ["aws_sns_topic", "aws_sns_topic.topic", ofResource, "is ruled by aws_sns_topic.topic#policy"],
  ["aws_sns_topic_policy", "aws_sns_topic_policy.policy", ofResource],
  ["aws_sns_topic_policy", "aws_sns_topic.other", "is ruled by aws_sns_topic_policy.policy#policy"],
  [
    "aws_secretsmanager_secret",
    "aws_secretsmanager_secret.secret",
    ofResource,
    "is ruled by aws_secretsmanager_secret.secret#policy",
  ],
  ["aws_secretsmanager_secret_policy", "aws_secretsmanager_secret_policy.policy", ofResource],
  [
    "aws_secretsmanager_secret_policy",
    "aws_secretsmanager_secret.other",
    "is ruled by aws_secretsmanager_secret_policy.policy#policy",
  ],
  ["aws_ecr_repository", "aws_ecr_repository.repository", "is ruled by aws_ecr_repository_policy.policy#policy"],
  ["aws_ecr_repository_policy", "aws_ecr_repository_policy.policy", ofResource],
  [
    "aws_lambda_function",
    "aws_lambda_function.function",
    "is ruled by aws_lambda_permission.permission#policy",
    `runs as ${role} (execution role)`,
  ],
  ["aws_lambda_permission", "aws_lambda_permission.permission", ofResource],
  [
    "aws_ecs_task_definition",
    "aws_ecs_task_definition.task",
    `runs as ${role} (task role)`,
    "runs as outside aws role/elsewhere (execution role)",
  ],
  ["aws_ecs_service", "aws_ecs_service.service", `runs as ${role} (service role)`],
  ["aws_glue_job", "aws_glue_job.job", `runs as ${role} (job role)`],
  [
    "aws_codebuild_project",
    "aws_codebuild_project.project",
    `runs as ${role} (service role)`,
    `runs as ${role} (batch service role)`,
  ],
  ["aws_sfn_state_machine", "aws_sfn_state_machine.machine", `runs as ${role} (execution role)`],
  ["data.aws_caller_identity", "data.aws_caller_identity.me"],
  ["data.aws_partition", "data.aws_partition.here"],
  ["data.aws_iam_role", "data.aws_iam_role.looked", "outside role looked, machine: yes"],
  [
    "data.aws_iam_policy_document",
    "aws_iam_role_policy.of_document",
    inline,
    "grants aws_iam_role_policy.of_document to data.aws_iam_role.looked",
  ],
  ["data.aws_iam_policy", "data.aws_iam_policy.looked", "customer identity policy with 1 statements"],
  ["data.aws_iam_policy", "data.aws_iam_policy.vendor"],
  ["data.aws_iam_policy", "aws_iam_role_policy_attachment.of_looked", `grants data.aws_iam_policy.looked to ${role}`],
  [
    "data.aws_iam_policy",
    "aws_iam_user_policy_attachment.of_vendor",
    `grants arn:aws:iam::aws:policy/AdministratorAccess to ${user}`,
  ],
  ["data.aws_s3_bucket", "data.aws_s3_bucket.looked"],
];
