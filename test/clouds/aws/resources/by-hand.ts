const role = "aws_iam_role.role";
const user = "aws_iam_user.user";
const group = "aws_iam_group.group";
const roleArn = "arn:aws:iam::111122223333:role/role";
const profileArn = "arn:aws:iam::111122223333:instance-profile/profile";
const shared = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:*", Resource: "*", Principal: { AWS: "444455556666" } }],
});
const trust = (federated: string): string =>
  JSON.stringify({
    Statement: { Effect: "Allow", Action: "sts:AssumeRoleWithSAML", Principal: { Federated: federated } },
  });

type Values = Readonly<Record<string, unknown>>;
const ofResource = "inline resource policy with 1 statements";

/** What all of these stand beside. */
export const context: readonly (readonly [type: string, name: string, values: Values])[] = [
  ["aws_iam_role", "role", { name: "role", path: "/", arn: roleArn }],
  ["aws_iam_user", "user", { name: "user", path: "/" }],
  ["aws_iam_group", "group", { name: "group", path: "/" }],
  ["aws_iam_instance_profile", "profile", { name: "profile", role: "role", arn: profileArn }],
  [
    "aws_iam_role",
    "of_saml",
    { name: "of-saml", assume_role_policy: trust("arn:aws:iam::111122223333:saml-provider/looked") },
  ],
  ["aws_instance", "of_looked", { iam_instance_profile: "looked" }],
  [
    "aws_iam_user_policy_attachment",
    "of_looked",
    { user: "looked", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
  ],
  [
    "aws_iam_group_policy_attachment",
    "of_looked",
    { group: "looked", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
  ],
];

/**
 * The types that the stand-in provider does not know, written by hand after the provider's documentation: type, values of the resource `x`, and what the
 * graph has to say about it, or about another resource that uses it.
 */
export const byHand: readonly (readonly [type: string, values: Values, facts: readonly string[], at?: string])[] = [
  // IAM.
  [
    "aws_iam_user_policy_attachments_exclusive",
    { user_name: "user", policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
    [`grants arn:aws:iam::aws:policy/ReadOnlyAccess to ${user}`],
  ],
  [
    "aws_iam_group_policy_attachments_exclusive",
    { group_name: "group", policy_arns: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"] },
    [`grants arn:aws-cn:iam::aws:policy/ReadOnlyAccess to ${group}`],
  ],
  ["aws_iam_user_policies_exclusive", { user_name: "user", policy_names: ["x"] }, []],
  ["aws_iam_group_policies_exclusive", { group_name: "group", policy_names: ["x"] }, []],
  ["aws_iam_user_ssh_key", { username: "user", encoding: "SSH", public_key: "ssh-rsa A" }, [`ssh-key of ${user}`]],
  ["aws_iam_signing_certificate", { user_name: "user", certificate_body: "x" }, [`certificate of ${user}`]],
  [
    "aws_iam_service_specific_credential",
    { user_name: "user", service_name: "codecommit.amazonaws.com" },
    [`service-password of ${user}`],
  ],
  ["aws_iam_server_certificate", { name: "x", certificate_body: "x" }, ["certificate of nobody"]],
  ["aws_iam_virtual_mfa_device", { virtual_mfa_device_name: "x" }, ["mfa-device of nobody"]],
  ["aws_iam_organizations_features", { enabled_features: ["RootSessions"] }, []],
  ["aws_iam_security_token_service_preferences", { global_endpoint_token_version: "v2Token" }, []],
  ["aws_iam_outbound_web_identity_federation", {}, []],
  ["aws_iam_account_alias", { account_alias: "x" }, []],
  ["data.aws_iam_user", { user_name: "looked", path: "/" }, ["outside user looked, machine: yes"]],
  [
    "data.aws_iam_user",
    { user_name: "looked" },
    ["grants arn:aws:iam::aws:policy/ReadOnlyAccess to data.aws_iam_user.x"],
    "aws_iam_user_policy_attachment.of_looked",
  ],
  ["data.aws_iam_group", { group_name: "looked" }, ["outside group looked, machine: no"]],
  [
    "data.aws_iam_group",
    { group_name: "looked" },
    ["grants arn:aws:iam::aws:policy/ReadOnlyAccess to data.aws_iam_group.x"],
    "aws_iam_group_policy_attachment.of_looked",
  ],
  [
    "data.aws_iam_instance_profile",
    { name: "looked", role_name: "role" },
    [`runs as ${role} (instance profile)`],
    "aws_instance.of_looked",
  ],
  [
    "data.aws_iam_saml_provider",
    { arn: "arn:aws:iam::111122223333:saml-provider/looked", name: "looked" },
    ["managed role of-saml, machine: no", "trusts data.aws_iam_saml_provider.x"],
    "aws_iam_role.of_saml",
  ],
  // Policies of resources.
  ["aws_kms_external_key", { policy: shared }, [ofResource, "is ruled by aws_kms_external_key.x#policy"]],
  ["aws_kms_replica_key", { policy: shared }, [ofResource, "is ruled by aws_kms_replica_key.x#policy"]],
  [
    "aws_kms_replica_external_key",
    { policy: shared },
    [ofResource, "is ruled by aws_kms_replica_external_key.x#policy"],
  ],
  ["aws_ecr_registry_policy", { policy: shared }, [ofResource, "is ruled by aws_ecr_registry_policy.x#policy"]],
  ["aws_ecrpublic_repository", { repository_name: "x" }, []],
  [
    "aws_ecrpublic_repository_policy",
    { repository_name: "elsewhere", policy: shared },
    [ofResource, "is ruled by aws_ecrpublic_repository_policy.x#policy"],
  ],
  [
    "aws_ecr_repository_creation_template",
    { prefix: "x", repository_policy: shared },
    [ofResource, "is ruled by aws_ecr_repository_creation_template.x#policy"],
  ],
  // What runs as a role.
  ["aws_launch_configuration", { name: "x", iam_instance_profile: profileArn }, [`runs as ${role} (instance profile)`]],
  ["aws_launch_configuration", { name: "x" }, ["runs as nothing"]],
  ["aws_spot_instance_request", { iam_instance_profile: "profile" }, [`runs as ${role} (instance profile)`]],
  [
    "aws_spot_fleet_request",
    {
      iam_fleet_role: roleArn,
      launch_specification: [{ iam_instance_profile: "profile" }, { iam_instance_profile_arn: profileArn }, {}],
    },
    [`runs as ${role} (fleet role)`, `runs as ${role} (instance profile)`, `runs as ${role} (instance profile)`],
  ],
  [
    "aws_ecs_express_gateway_service",
    { service_name: "x", task_role_arn: roleArn, execution_role_arn: roleArn, infrastructure_role_arn: roleArn },
    [`runs as ${role} (task role)`, `runs as ${role} (execution role)`, `runs as ${role} (infrastructure role)`],
  ],
  [
    "aws_ecs_capacity_provider",
    {
      name: "x",
      managed_instances_provider: [
        { infrastructure_role_arn: roleArn, instance_launch_template: [{ ec2_instance_profile_arn: profileArn }] },
      ],
    },
    [`runs as ${role} (infrastructure role)`, `runs as ${role} (instance profile)`],
  ],
  ["aws_codebuild_fleet", { name: "x", fleet_service_role: roleArn }, [`runs as ${role} (service role)`]],
];
