import type { ResourceType } from "./resource-type.ts";

/** Types that were looked at: others name them, or they say nothing about access that a rule asks for. */
const looked: readonly ResourceType[] = [
  // Whom a service knows inside of itself, whose pulls do not count, and whom AWS makes.
  { cloudformation: "AWS::DataZone::GroupProfile" },
  { cloudformation: "AWS::ECR::PullTimeUpdateExclusion" },
  { cloudformation: "AWS::Lightsail::Container" },
  // What may be done with what is shared; who gets it is said by the share.
  { cloudformation: "AWS::RAM::Permission" },
  // What is shared is told by who it is shared with.
  { terraform: "aws_ram_resource_share", naming: { kind: "share", names: ["name"] } },
  { terraform: "aws_ram_resource_association" },
  { terraform: "aws_ram_resource_share_accepter" },
  { terraform: "aws_ram_sharing_with_organization" },
  { terraform: "aws_lakeformation_opt_in" },
  { terraform: "aws_datazone_environment_profile" },
  { terraform: "aws_codeguruprofiler_profiling_group" },
  // How CloudFront signs what it asks a bucket for; the bucket's policy says whether that is let in.
  { terraform: "aws_cloudfront_origin_access_control", cloudformation: "AWS::CloudFront::OriginAccessControl" },
  {
    terraform: "aws_cloudfront_origin_access_identity",
    cloudformation: "AWS::CloudFront::CloudFrontOriginAccessIdentity",
  },
  // Where people and workloads come from. Who of them gets what is said by the roles that trust them.
  {
    terraform: "aws_cognito_identity_pool_provider_principal_tag",
    cloudformation: "AWS::Cognito::IdentityPoolPrincipalTag",
  },
  { terraform: "aws_cognito_identity_provider" },
  { terraform: "aws_eks_identity_provider_config" },
  { terraform: "aws_rolesanywhere_trust_anchor", cloudformation: "AWS::RolesAnywhere::TrustAnchor" },
  { terraform: "aws_ssoadmin_application", cloudformation: "AWS::SSO::Application" },
  { terraform: "aws_ssoadmin_application_access_scope" },
  { terraform: "aws_ssoadmin_application_assignment_configuration" },
  {
    terraform: "aws_ssoadmin_instance_access_control_attributes",
    cloudformation: "AWS::SSO::InstanceAccessControlAttributeConfiguration",
  },
  { terraform: "aws_ssoadmin_trusted_token_issuer" },
  { terraform: "aws_verifiedaccess_trust_provider", cloudformation: "AWS::EC2::VerifiedAccessTrustProvider" },
  { terraform: "aws_verifiedpermissions_identity_source", cloudformation: "AWS::VerifiedPermissions::IdentitySource" },
  // What it makes is read beside it: see embedded.ts.
  { terraform: "aws_cloudcontrolapi_resource" },
  // What watches over access, and does not change it.
  { terraform: "aws_accessanalyzer_analyzer", cloudformation: "AWS::AccessAnalyzer::Analyzer" },
  { terraform: "aws_accessanalyzer_archive_rule" },
  { terraform: "aws_controltower_control", cloudformation: "AWS::ControlTower::EnabledControl" },
  {
    terraform: "aws_opensearchserverless_security_policy",
    cloudformation: "AWS::OpenSearchServerless::SecurityPolicy",
  },
];

export default looked;
