import { literal, type Resource } from "../link/resource.ts";
import type { ArnShape } from "../link/things.ts";
import { iamArn, plainArn } from "./iam-arn.ts";
import type { ResourceType } from "./resource-type.ts";

/** The ARN of an OIDC provider ends in its URL without the scheme. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-condition-keys.html */
function oidcArn(resource: Resource): ArnShape | undefined {
  const url = literal(resource, "url");
  return url === undefined
    ? undefined
    : { service: "iam", ...iam, resource: `oidc-provider/${url.replace(/^https:\/\//, "")}` };
}

const iam = { regional: false, accounted: true } as const;

/** Types that add nothing by themselves: others name them, or they were looked at and say nothing about access that a rule asks for. */
const named: readonly ResourceType[] = [
  {
    terraform: "aws_iam_instance_profile",
    cloudformation: "AWS::IAM::InstanceProfile",
    spelling: { name: "InstanceProfileName" },
    naming: { kind: "instance-profile", names: ["name", "id"], arn: iamArn("instance-profile") },
  },
  {
    terraform: "data.aws_iam_instance_profile",
    naming: { kind: "instance-profile", names: ["name"], arn: iamArn("instance-profile") },
  },
  {
    terraform: "aws_iam_openid_connect_provider",
    cloudformation: "AWS::IAM::OIDCProvider",
    naming: { kind: "oidc-provider", names: [], arn: oidcArn },
  },
  // What the CDK made providers with before CloudFormation had a type for them: it takes the same URL, and its Ref is the ARN.
  // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.OpenIdConnectProvider.html
  {
    cloudformation: "Custom::AWSCDKOpenIdConnectProvider",
    naming: { kind: "oidc-provider", names: [], arn: oidcArn },
  },
  { terraform: "data.aws_iam_openid_connect_provider", naming: { kind: "oidc-provider", names: [] } },
  {
    terraform: "aws_iam_saml_provider",
    cloudformation: "AWS::IAM::SAMLProvider",
    naming: { kind: "saml-provider", names: ["name"], arn: plainArn("iam", "saml-provider/", "name", iam) },
  },
  { terraform: "data.aws_iam_saml_provider", naming: { kind: "saml-provider", names: ["name"] } },
  { terraform: "data.aws_iam_policy_document" },
  { terraform: "data.aws_caller_identity" },
  { terraform: "data.aws_partition" },
  { terraform: "aws_iam_role_policies_exclusive" },
  { terraform: "aws_iam_user_policies_exclusive" },
  { terraform: "aws_iam_group_policies_exclusive" },
  { terraform: "aws_iam_account_alias" },
  { terraform: "aws_iam_organizations_features" },
  { terraform: "aws_iam_security_token_service_preferences" },
  { terraform: "aws_iam_outbound_web_identity_federation" },
];

export default named;
