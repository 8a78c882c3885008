import type { Row } from "./shaped-plan.ts";
import { from, type Values } from "./shapes.ts";

/** A type, the values of the resource `x`, what the graph has to say, and at which address where that is not its own, with what stands beside it. */
export type FactRow = readonly [
  type: string,
  values: Values,
  facts: readonly string[],
  more?: { readonly at?: string; readonly beside?: readonly Row[] },
];

const account = "444455556666";
const document = (principal: unknown): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*", Principal: principal } });
const shared = document({ AWS: account });
const ofResource = "inline resource policy with 1 statements";

const bucket: Row = ["aws_s3_bucket", "bucket", { bucket: "b", policy: shared }];
const ofBucket = { at: "aws_s3_bucket.bucket", beside: [bucket] };
const bucketRuled = [ofResource, "is ruled by aws_s3_bucket.bucket#policy"];

const roleArn = `arn:aws:iam::${account}:role/r`;
const otherArn = `arn:aws:iam::${account}:role/o`;
const allow = (more: Values) => JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*", ...more } });
const grant = allow({ Action: "s3:GetObject" });
const guard = allow({ Effect: "Deny" });
const trust = JSON.stringify({
  Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
});

const instance = "arn:aws:sso:::instance/ssoins-1";
const set: Row = ["aws_ssoadmin_permission_set", "s", { name: "s", instance_arn: instance }];
const ofSet = { instance_arn: instance, permission_set_arn: from("aws_ssoadmin_permission_set.s.arn") };
const besideSet = { beside: [set] };
const store = { identity_store_id: "d-1" };
const directoryGroup: Row = ["aws_identitystore_group", "g", { ...store, display_name: "g" }];

/** By reading the provider's documentation. */
export const factRows: readonly FactRow[] = [
  // Guards.
  [
    "aws_s3_account_public_access_block",
    { restrict_public_buckets: true },
    [...bucketRuled, "cuts public access off: yes"],
    ofBucket,
  ],
  [
    "aws_s3_account_public_access_block",
    { ignore_public_acls: true },
    [...bucketRuled, "cuts public access off: no"],
    ofBucket,
  ],
  ["aws_s3_account_public_access_block", { restrict_public_buckets: true, account_id: account }, bucketRuled, ofBucket],
  [
    "aws_s3_bucket_ownership_controls",
    { bucket: "b", rule: [{ object_ownership: "BucketOwnerEnforced" }] },
    ["inline resource policy with 1 statements", "is ruled by aws_s3_bucket.listed#acl", "turns its list off: yes"],
    { at: "aws_s3_bucket.listed", beside: [["aws_s3_bucket", "listed", { bucket: "b", acl: "public-read" }]] },
  ],
  [
    "aws_vpc_endpoint",
    { vpc_id: "vpc-1", service_name: "com.amazonaws.eu-west-1.s3", policy: shared },
    ["inline guardrail policy with 1 statements", "guards aws_vpc_endpoint.x#policy to nobody"],
  ],
  ["aws_vpc_endpoint", { vpc_id: "vpc-1", service_name: "com.amazonaws.eu-west-1.s3" }, []],
  [
    "aws_vpc_endpoint_policy",
    { vpc_endpoint_id: "vpce-1", policy: shared },
    ["inline guardrail policy with 1 statements", "guards aws_vpc_endpoint_policy.x#policy to nobody"],
  ],
  [
    "aws_opensearchserverless_access_policy",
    {
      name: "x",
      type: "data",
      policy: JSON.stringify([
        { Rules: [{ ResourceType: "index", Resource: ["index/a/*"], Permission: ["aoss:*"] }], Principal: [roleArn] },
      ]),
    },
    [ofResource, "is ruled by aws_opensearchserverless_access_policy.x#policy"],
  ],
  // Organizations.
  ["aws_organizations_account", { name: "prod", email: "p@example.com" }, ["managed account prod, machine: no"]],
  [
    "aws_organizations_policy",
    { name: "x", content: guard, type: "SERVICE_CONTROL_POLICY" },
    ["customer guardrail policy with 1 statements"],
  ],
  [
    "aws_organizations_policy",
    { name: "x", content: guard, type: "RESOURCE_CONTROL_POLICY" },
    ["customer guardrail policy with 1 statements"],
  ],
  ["aws_organizations_policy", { name: "x", content: guard }, ["customer guardrail policy with 1 statements"]],
  ["aws_organizations_policy", { name: "x", content: "{}", type: "TAG_POLICY" }, []],
  [
    "aws_organizations_policy_attachment",
    { policy_id: from("aws_organizations_policy.p.id"), target_id: from("aws_organizations_account.a.id") },
    ["guards aws_organizations_policy.p to aws_organizations_account.a"],
    {
      beside: [
        ["aws_organizations_policy", "p", { name: "p", content: guard }],
        ["aws_organizations_account", "a", { name: "a", email: "a@example.com" }],
      ],
    },
  ],
  [
    "aws_organizations_policy_attachment",
    { policy_id: "p-12345678", target_id: "r-abcd" },
    ["guards an unknown policy to nobody"],
  ],
  // IAM Identity Center.
  ["aws_ssoadmin_permission_set", { name: "admins", instance_arn: instance }, ["managed role admins, machine: no"]],
  [
    "aws_ssoadmin_permission_set_inline_policy",
    { ...ofSet, inline_policy: grant },
    [
      "inline identity policy with 1 statements",
      "grants aws_ssoadmin_permission_set_inline_policy.x to aws_ssoadmin_permission_set.s",
    ],
    besideSet,
  ],
  [
    "aws_ssoadmin_managed_policy_attachment",
    { ...ofSet, managed_policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    ["grants arn:aws:iam::aws:policy/ReadOnlyAccess to aws_ssoadmin_permission_set.s"],
    besideSet,
  ],
  [
    "aws_ssoadmin_managed_policy_attachment",
    {
      instance_arn: instance,
      permission_set_arn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
      managed_policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    },
    ["grants arn:aws:iam::aws:policy/ReadOnlyAccess to outside aws permission-set/ps-1"],
  ],
  [
    "aws_ssoadmin_customer_managed_policy_attachment",
    { ...ofSet, customer_managed_policy_reference: [{ name: "own" }] },
    ["grants aws_iam_policy.own to aws_ssoadmin_permission_set.s"],
    { beside: [set, ["aws_iam_policy", "own", { name: "own", policy: grant }]] },
  ],
  [
    "aws_ssoadmin_permissions_boundary_attachment",
    { ...ofSet, permissions_boundary: [{ managed_policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }] },
    ["bounds arn:aws:iam::aws:policy/ReadOnlyAccess to aws_ssoadmin_permission_set.s"],
    besideSet,
  ],
  [
    "aws_ssoadmin_permissions_boundary_attachment",
    {
      ...ofSet,
      permissions_boundary: [{ customer_managed_policy_reference: [{ name: "own" }] }],
    },
    ["bounds aws_iam_policy.own to aws_ssoadmin_permission_set.s"],
    { beside: [set, ["aws_iam_policy", "own", { name: "own", policy: grant }]] },
  ],
  [
    "aws_ssoadmin_account_assignment",
    {
      ...ofSet,
      principal_id: from("aws_identitystore_group.g.group_id"),
      principal_type: "GROUP",
      target_id: account,
      target_type: "AWS_ACCOUNT",
    },
    ["aws_identitystore_group.g is in aws_ssoadmin_permission_set.s"],
    { beside: [set, directoryGroup] },
  ],
  [
    "aws_ssoadmin_application_assignment",
    { application_arn: "arn:aws:sso::111122223333:application/a", principal_id: "u-1", principal_type: "USER" },
    ["outside aws directory-user/u-1 is in no group"],
  ],
  ["aws_identitystore_user", { ...store, user_name: "ann", display_name: "Ann" }, ["managed user ann, machine: no"]],
  ["aws_identitystore_group", { ...store, display_name: "ops" }, ["managed group ops, machine: no"]],
  [
    "aws_identitystore_group_membership",
    { ...store, group_id: from("aws_identitystore_group.g.group_id"), member_id: "u-1" },
    ["outside aws directory-user/u-1 is in aws_identitystore_group.g"],
    { beside: [directoryGroup] },
  ],
  // Who is known to an application.
  ["aws_cognito_user", { user_pool_id: "p", username: "ann" }, ["managed user ann, machine: no"]],
  [
    "aws_cognito_user_in_group",
    { user_pool_id: "p", username: "ann", group_name: "ops" },
    ["aws_cognito_user.ann is in outside aws pool-group/ops"],
    { beside: [["aws_cognito_user", "ann", { user_pool_id: "p", username: "ann" }]] },
  ],
  [
    "aws_grafana_role_association",
    { workspace_id: "w", role: "ADMIN", user_ids: ["u-1"], group_ids: ["g-1"] },
    ["outside aws directory-user/u-1 is in no group", "outside aws directory-group/g-1 is in no group"],
  ],
  ["aws_quicksight_role_membership", { role: "ADMIN", member_name: "ops" }, ["nobody is in no group"]],
  [
    "aws_quicksight_iam_policy_assignment",
    {
      assignment_name: "x",
      assignment_status: "ENABLED",
      policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      identities: [{ user: ["ann", "bob"], group: ["ops"] }],
    },
    [1, 2, 3].map(() => "grants arn:aws:iam::aws:policy/ReadOnlyAccess to nobody"),
  ],
  [
    "aws_emr_studio_session_mapping",
    {
      studio_id: "s",
      identity_type: "USER",
      identity_name: "ann",
      session_policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    },
    ["bounds arn:aws:iam::aws:policy/ReadOnlyAccess to outside aws directory-user/ann"],
  ],
  ["aws_bedrockagentcore_workload_identity", { name: "helper" }, ["managed agent helper, machine: yes"]],
  // Clusters and devices.
  [
    "aws_eks_access_entry",
    { cluster_name: "c", principal_arn: roleArn, kubernetes_groups: ["system:masters", "ops"] },
    ["outside aws role/r is in no group", "outside aws role/r is in no group"],
  ],
  ["aws_eks_access_entry", { cluster_name: "c", principal_arn: roleArn, type: "EC2_LINUX" }, []],
  [
    "aws_eks_access_policy_association",
    {
      cluster_name: "c",
      principal_arn: from("aws_iam_role.ci.arn"),
      policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      access_scope: [{ type: "cluster" }],
    },
    ["grants arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy to aws_iam_role.ci"],
    { beside: [["aws_iam_role", "ci", { name: "ci", assume_role_policy: trust }]] },
  ],
  ["aws_iot_policy", { name: "x", policy: grant }, ["customer identity policy with 1 statements"]],
  [
    "aws_iot_policy_attachment",
    { policy: "p", target: "arn:aws:iot:eu-west-1:111122223333:cert/a" },
    ["grants aws_iot_policy.p to nobody"],
    { beside: [["aws_iot_policy", "p", { name: "p", policy: grant }]] },
  ],
  [
    "aws_iot_thing_principal_attachment",
    { principal: "arn:aws:iot:eu-west-1:111122223333:cert/a", thing: "t" },
    ["nobody is in no group"],
  ],
  ["aws_iot_certificate", { active: true }, ["certificate of nobody"]],
  // What proves somebody to one service.
  ["aws_api_gateway_api_key", { name: "x" }, ["api-key of nobody"]],
  ["aws_appsync_api_key", { api_id: "a" }, ["api-key of nobody"]],
  ["aws_bedrockagentcore_api_key_credential_provider", { name: "x" }, ["api-key of nobody"]],
  [
    "aws_bedrockagentcore_oauth2_credential_provider",
    { name: "x", credential_provider_vendor: "GithubOauth2" },
    ["client-secret of nobody"],
  ],
  [
    "aws_codebuild_source_credential",
    { auth_type: "PERSONAL_ACCESS_TOKEN", server_type: "GITHUB", token: "t" },
    ["token of nobody"],
  ],
  [
    "aws_cognito_user_pool_client",
    { name: "x", user_pool_id: "p", generate_secret: true },
    ["client-secret of nobody"],
  ],
  ["aws_cognito_user_pool_client", { name: "x", user_pool_id: "p" }, []],
  [
    "aws_elasticache_user",
    { user_id: "x", user_name: "x", access_string: "on ~*", engine: "redis" },
    ["password of nobody"],
  ],
  [
    "aws_elasticache_user",
    {
      user_id: "x",
      user_name: "x",
      access_string: "on ~*",
      engine: "redis",
      authentication_mode: [{ type: "iam" }],
    },
    [],
  ],
  [
    "aws_memorydb_user",
    { user_name: "x", access_string: "on ~*", authentication_mode: [{ type: "password", passwords: ["p"] }] },
    ["password of nobody"],
  ],
  [
    "aws_grafana_workspace_api_key",
    { workspace_id: "w", key_name: "k", key_role: "ADMIN", seconds_to_live: 60 },
    ["api-key of nobody"],
  ],
  [
    "aws_grafana_workspace_service_account_token",
    { name: "x", workspace_id: "w", service_account_id: "s", seconds_to_live: 60 },
    ["token of nobody"],
  ],
  ["aws_key_pair", { key_name: "x", public_key: "ssh-rsa A" }, ["ssh-key of nobody"]],
  ["aws_lightsail_key_pair", { name: "x" }, ["ssh-key of nobody"]],
  ["aws_lightsail_bucket_access_key", { bucket_name: "b" }, ["access-key of nobody"]],
  ["aws_transfer_ssh_key", { server_id: "s", user_name: "u", body: "ssh-rsa A" }, ["ssh-key of nobody"]],
  ["aws_secretsmanager_secret_version", { secret_id: "s", secret_string: "s" }, ["stored-secret of nobody"]],
  ["aws_ssm_parameter", { name: "x", type: "SecureString", value: "s" }, ["stored-secret of nobody"]],
  ["aws_ssm_parameter", { name: "x", type: "String", value: "s" }, []],
  // What hands roles on.
  [
    "aws_eks_pod_identity_association",
    { cluster_name: "c", namespace: "n", service_account: "s", role_arn: roleArn, target_role_arn: otherArn },
    ["runs as outside aws role/r (pod role)", "runs as outside aws role/o (target role)"],
  ],
  ["aws_iot_role_alias", { alias: "x", role_arn: roleArn }, ["runs as outside aws role/r (device role)"]],
  [
    "aws_rolesanywhere_profile",
    { name: "x", role_arns: [roleArn, otherArn] },
    ["runs as outside aws role/r (certificate role)", "runs as outside aws role/o (certificate role)"],
  ],
  [
    "aws_cognito_identity_pool_roles_attachment",
    { identity_pool_id: "p", roles: { authenticated: roleArn, unauthenticated: otherArn } },
    ["runs as outside aws role/r (role of users)", "runs as outside aws role/o (role of guests)"],
  ],
  [
    "aws_db_instance_role_association",
    { db_instance_identifier: "d", feature_name: "s3Import", role_arn: roleArn },
    ["runs as outside aws role/r (database role)"],
  ],
  [
    "aws_rds_cluster_role_association",
    { db_cluster_identifier: "d", feature_name: "s3Import", role_arn: roleArn },
    ["runs as outside aws role/r (database role)"],
  ],
  [
    "aws_redshift_cluster_iam_roles",
    { cluster_identifier: "c", iam_role_arns: [roleArn] },
    ["runs as outside aws role/r (cluster role)"],
  ],
  // What makes other things.
  [
    "aws_cloudcontrolapi_resource",
    {
      type_name: "AWS::IAM::Role",
      desired_state: JSON.stringify({ RoleName: "made", AssumeRolePolicyDocument: JSON.parse(trust) }),
    },
    ["managed role made, machine: yes", "trusts ec2.amazonaws.com"],
    { at: "aws_cloudcontrolapi_resource.x#desired_state" },
  ],
  // What says nothing that a rule asks for.
  ["aws_ram_resource_share", { name: "x", allow_external_principals: true }, []],
  ["aws_ram_resource_association", { resource_arn: roleArn, resource_share_arn: "a" }, []],
  ["aws_ram_resource_share_accepter", { share_arn: "a" }, []],
  ["aws_ram_sharing_with_organization", {}, []],
  ["aws_lakeformation_opt_in", { principal: [{ data_lake_principal_identifier: roleArn }] }, []],
  ["aws_datazone_environment_profile", { name: "x", aws_account_id: account, aws_account_region: "eu-west-1" }, []],
  ["aws_codeguruprofiler_profiling_group", { name: "x" }, []],
  ["aws_cloudfront_origin_access_control", { name: "x", signing_behavior: "always" }, []],
  ["aws_cloudfront_origin_access_identity", { comment: "x" }, []],
  ["aws_cognito_identity_pool", { identity_pool_name: "x" }, ["identity-pool, open: no (it lets no guests in)"]],
  [
    "aws_lambda_function_url",
    { function_name: "f", authorization_type: "NONE" },
    ["function-url, open: yes (authorization_type NONE)", "runs nobody"],
  ],
  [
    "aws_api_gateway_method",
    { rest_api_id: "r", resource_id: "s", http_method: "OPTIONS", authorization: "NONE" },
    ["api-method, open: no (OPTIONS is what browsers ask before a request)"],
  ],
  [
    "aws_apigatewayv2_route",
    { api_id: "a", route_key: "GET /x", authorization_type: "JWT" },
    ["api-method, open: no (authorization_type JWT)"],
  ],
  ["aws_cognito_identity_pool_provider_principal_tag", { identity_pool_id: "p", identity_provider_name: "x" }, []],
  ["aws_cognito_identity_provider", { user_pool_id: "p", provider_name: "x", provider_type: "OIDC" }, []],
  ["aws_eks_identity_provider_config", { cluster_name: "c" }, []],
  ["aws_rolesanywhere_trust_anchor", { name: "x" }, []],
  ["aws_ssoadmin_application", { name: "x", application_provider_arn: "a", instance_arn: instance }, []],
  ["aws_ssoadmin_application_access_scope", { application_arn: "a", scope: "sso:account:access" }, []],
  ["aws_ssoadmin_application_assignment_configuration", { application_arn: "a", assignment_required: true }, []],
  ["aws_ssoadmin_instance_access_control_attributes", { instance_arn: instance }, []],
  [
    "aws_ssoadmin_trusted_token_issuer",
    { name: "x", instance_arn: instance, trusted_token_issuer_type: "OIDC_JWT" },
    [],
  ],
  ["aws_verifiedaccess_trust_provider", { policy_reference_name: "x", trust_provider_type: "user" }, []],
  ["aws_verifiedpermissions_identity_source", { policy_store_id: "s", principal_entity_type: "User" }, []],
  ["aws_verifiedaccess_endpoint", { policy_document: "permit(principal, action, resource);" }, []],
  ["aws_verifiedaccess_group", { policy_document: "permit(principal, action, resource);" }, []],
  [
    "aws_verifiedpermissions_policy",
    { policy_store_id: "s", definition: [{ static: [{ statement: "permit(principal, action, resource);" }] }] },
    [],
  ],
  [
    "aws_verifiedpermissions_policy_template",
    { policy_store_id: "s", statement: "permit(principal == ?principal, action, resource);" },
    [],
  ],
  ["aws_accessanalyzer_analyzer", { analyzer_name: "x" }, []],
  ["aws_accessanalyzer_archive_rule", { analyzer_name: "x", rule_name: "r" }, []],
  ["aws_controltower_control", { control_identifier: "c", target_identifier: "t" }, []],
  ["aws_opensearchserverless_security_policy", { name: "x", type: "network", policy: "[]" }, []],
  ["aws_cloudformation_stack", { name: "x", template_body: "{}" }, []],
  ["aws_cloudformation_stack_set", { name: "x", template_body: "{}" }, []],
];
