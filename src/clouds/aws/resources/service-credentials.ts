import type { CredentialForm } from "#model/identity.ts";
import { literalText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { attribute, literal, type Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/** What proves somebody to one service, or is kept there: its form, the attribute that people know it by, and whether it can be tagged. */
interface Row {
  readonly terraform: string;
  readonly cloudformation?: string;
  readonly spelling?: Spelling;
  readonly form: CredentialForm;
  readonly name?: string;
  readonly untaggable?: true;
  /** False for a resource that surely makes no credential. */
  makes?(resource: Resource): boolean;
}

const rows: readonly Row[] = [
  {
    terraform: "aws_api_gateway_api_key",
    cloudformation: "AWS::ApiGateway::ApiKey",
    form: "api-key",
    name: "name",
  },
  { terraform: "aws_appsync_api_key", cloudformation: "AWS::AppSync::ApiKey", form: "api-key", untaggable: true },
  {
    terraform: "aws_bedrockagentcore_api_key_credential_provider",
    cloudformation: "AWS::BedrockAgentCore::ApiKeyCredentialProvider",
    form: "api-key",
    name: "name",
    untaggable: true,
  },
  {
    terraform: "aws_bedrockagentcore_oauth2_credential_provider",
    cloudformation: "AWS::BedrockAgentCore::OAuth2CredentialProvider",
    form: "client-secret",
    name: "name",
    untaggable: true,
  },
  { terraform: "aws_grafana_workspace_api_key", form: "api-key", name: "key_name", untaggable: true },
  { terraform: "aws_grafana_workspace_service_account_token", form: "token", name: "name", untaggable: true },
  {
    terraform: "aws_codebuild_source_credential",
    cloudformation: "AWS::CodeBuild::SourceCredential",
    form: "token",
    untaggable: true,
  },
  { terraform: "aws_key_pair", cloudformation: "AWS::EC2::KeyPair", form: "ssh-key", name: "key_name" },
  { terraform: "aws_lightsail_key_pair", form: "ssh-key", name: "name" },
  { terraform: "aws_transfer_ssh_key", form: "ssh-key", name: "user_name", untaggable: true },
  { terraform: "aws_lightsail_bucket_access_key", form: "access-key", name: "bucket_name", untaggable: true },
  { terraform: "aws_secretsmanager_secret_version", form: "stored-secret", untaggable: true },
  // A template says in the secret what is kept in it.
  {
    terraform: "aws_secretsmanager_secret",
    form: "stored-secret",
    untaggable: true,
    makes: ({ values }) => ["secret_string", "generate_secret_string"].some((name) => isSet(field(values, name))),
  },
  // A parameter is a secret where it is kept encrypted.
  {
    terraform: "aws_ssm_parameter",
    form: "stored-secret",
    name: "name",
    makes: (resource) => !["String", "StringList"].includes(literal(resource, "type") ?? ""),
  },
  {
    terraform: "aws_elasticache_user",
    cloudformation: "AWS::ElastiCache::User",
    spelling: { "authentication_mode.type": "Type" },
    form: "password",
    name: "user_name",
    makes: hasPassword,
  },
  {
    terraform: "aws_memorydb_user",
    cloudformation: "AWS::MemoryDB::User",
    spelling: { "authentication_mode.type": "Type" },
    form: "password",
    name: "user_name",
    makes: hasPassword,
  },
  {
    terraform: "aws_cognito_user_pool_client",
    form: "client-secret",
    name: "name",
    untaggable: true,
    makes: (resource) => switchedOn(field(resource.values, "generate_secret")) !== "no",
  },
];

/** A user of a cache signs in by a role, or as whoever says so, where that is said. */
function hasPassword(resource: Resource): boolean {
  return !["iam", "no-password-required"].includes(literal(resource, "authentication_mode", "type") ?? "");
}

const credentials: readonly ResourceType[] = rows.map((row) => ({
  terraform: row.terraform,
  ...(row.cloudformation !== undefined && { cloudformation: row.cloudformation }),
  ...(row.spelling !== undefined && { spelling: row.spelling }),
  contribute(resource, linking) {
    if (row.makes?.(resource) === false) return;
    const name = row.name === undefined ? undefined : attribute(resource, row.name);
    const subject = linking.graph.subject(resource.change, "aws", {
      name: name ?? literalText(resource.change.name),
      tags: row.untaggable === true ? untaggable : tagsOf(resource),
      ...linking.world.accountFacts(resource),
    });
    linking.graph.addCredential({ ...subject, kind: "credential", form: row.form });
  },
}));

export default credentials;
