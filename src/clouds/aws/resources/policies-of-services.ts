import type { PublicAccessBlock } from "#model/identity.ts";
import { elements, textOf } from "#model/tree.ts";
import { leavesAt } from "../link/leaves.ts";
import { knownText } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import { plainArn } from "./iam-arn.ts";
import { insideNetwork } from "./inside-network.ts";
import { type Carrier, carrier, type PolicyOf, policyOf } from "./resource-policy.ts";
import type { ResourceType } from "./resource-type.ts";

const regional = { regional: true, accounted: true } as const;

const searchDomains = [
  ["aws_opensearch_domain", "AWS::OpenSearchService::Domain"],
  ["aws_elasticsearch_domain", "AWS::Elasticsearch::Domain"],
] as const;

/** What answers requests: APIs, search domains, and what else holds a policy about itself. */
const carriers: readonly Carrier[] = [
  {
    cloudformation: "AWS::SageMaker::ModelPackageGroup",
    naming: { kind: "model-package-group", names: ["model_package_group_name"] },
    policy: "model_package_group_policy",
  },
  {
    terraform: "aws_redshiftserverless_namespace",
    cloudformation: "AWS::RedshiftServerless::Namespace",
    naming: { kind: "cluster", names: ["namespace_name"] },
    policy: "namespace_resource_policy",
  },
  {
    terraform: "aws_api_gateway_rest_api",
    cloudformation: "AWS::ApiGateway::RestApi",
    spelling: { "endpoint_configuration.types": "Types", open_api: "Body" },
    naming: { kind: "api", names: ["name", "id"] },
    policy: "policy",
    // A template may hold the description of the API, and the policy in that.
    policies: ["open_api.x-amazon-apigateway-policy"],
    guard: privateApi,
  },
  {
    terraform: "aws_api_gateway_domain_name",
    cloudformation: "AWS::ApiGateway::DomainNameV2",
    spelling: { "endpoint_configuration.types": "Types" },
    naming: { kind: "domain", names: ["domain_name", "id"] },
    policy: "policy",
    guard: privateApi,
  },
  ...searchDomains.map(
    ([terraform, cloudformation]): Carrier => ({
      terraform,
      cloudformation,
      spelling: { vpc_options: "VPCOptions" },
      naming: { kind: "domain", names: ["domain_name"], arn: plainArn("es", "domain/", "domain_name", regional) },
      policy: "access_policies",
      guard: (resource) => insideNetwork(resource, "vpc_options"),
    }),
  ),
  {
    terraform: "aws_acmpca_certificate_authority",
    naming: { kind: "certificate-authority", names: ["id"], generated: true },
  },
  {
    terraform: "aws_codeartifact_domain",
    cloudformation: "AWS::CodeArtifact::Domain",
    spelling: { domain: "DomainName", policy: "PermissionsPolicyDocument" },
    naming: { kind: "package-domain", names: ["domain"], arn: plainArn("codeartifact", "domain/", "domain", regional) },
    policy: "policy",
  },
  {
    terraform: "aws_codeartifact_repository",
    cloudformation: "AWS::CodeArtifact::Repository",
    spelling: { repository: "RepositoryName", policy: "PermissionsPolicyDocument" },
    naming: { kind: "package-repository", names: ["repository"] },
    policy: "policy",
  },
];

const separate: readonly PolicyOf[] = [
  { terraform: "aws_api_gateway_rest_api_policy", of: "rest_api_id", kind: "api", policy: "policy" },
  { terraform: "aws_opensearch_domain_policy", of: "domain_name", kind: "domain", policy: "access_policies" },
  { terraform: "aws_elasticsearch_domain_policy", of: "domain_name", kind: "domain", policy: "access_policies" },
  {
    terraform: "aws_cloudsearch_domain_service_access_policy",
    of: "domain_name",
    kind: "domain",
    policy: "access_policy",
  },
  { terraform: "aws_acmpca_policy", of: "resource_arn", kind: "certificate-authority", policy: "policy" },
  {
    terraform: "aws_codeartifact_domain_permissions_policy",
    of: "domain",
    kind: "package-domain",
    policy: "policy_document",
  },
  {
    terraform: "aws_codeartifact_repository_permissions_policy",
    of: "repository",
    kind: "package-repository",
    policy: "policy_document",
  },
  { terraform: "aws_codebuild_resource_policy", of: "resource_arn", kind: "profile", policy: "policy" },
  { terraform: "aws_glue_resource_policy", kind: "data-catalog", policy: "policy" },
  { terraform: "aws_redshift_resource_policy", of: "resource_arn", kind: "cluster", policy: "policy" },
  { terraform: "aws_redshiftserverless_resource_policy", of: "resource_arn", kind: "snapshot", policy: "policy" },
  {
    terraform: "aws_sagemaker_model_package_group_policy",
    of: "model_package_group_name",
    kind: "model-package-group",
    policy: "resource_policy",
  },
  { terraform: "aws_ses_identity_policy", of: "identity", kind: "email-identity", policy: "policy", beside: true },
  {
    terraform: "aws_sesv2_email_identity_policy",
    of: "email_identity",
    kind: "email-identity",
    policy: "policy",
    beside: true,
  },
  {
    terraform: "aws_organizations_resource_policy",
    cloudformation: "AWS::Organizations::ResourcePolicy",
    kind: "organization",
    policy: "content",
  },
];

/** A private API answers only what comes through an endpoint of some network. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html */
function privateApi(resource: Resource): PublicAccessBlock | undefined {
  const types = leavesAt(resource.values, "endpoint_configuration.types").flatMap(elements);
  const found = types.find((one) => knownText(textOf(one)) === "PRIVATE");
  return found === undefined ? undefined : { blocks: "yes", by: "network", at: found.at };
}

export default [...carriers.map(carrier), ...separate.map(policyOf)] satisfies readonly ResourceType[];
