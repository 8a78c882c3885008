import { field } from "#model/tree.ts";
import { type AttributePolicy, attributePolicy } from "./attribute-policy.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/** What works for others by attributes that name them: endpoints, buses, layers, portfolios, dashboards. */
const rows: readonly AttributePolicy[] = [
  {
    terraform: "aws_acmpca_permission",
    cloudformation: "AWS::ACMPCA::Permission",
    of: "certificate_authority_arn",
    kind: "certificate-authority",
    clauses: [
      {
        who: ["principal"],
        may: { in: "actions", of: "acm-pca" },
        when: [["source_account", "StringEquals", "aws:SourceAccount"]],
      },
    ],
  },
  {
    terraform: "aws_lambda_layer_version_permission",
    cloudformation: "AWS::Lambda::LayerVersionPermission",
    spelling: { layer_name: "LayerVersionArn" },
    of: "layer_name",
    kind: "layer",
    clauses: [
      {
        who: ["principal"],
        anyone: ["*"],
        may: { in: "action", of: "lambda" },
        when: [["organization_id", "StringEquals", "aws:PrincipalOrgID"]],
      },
    ],
  },
  {
    terraform: "aws_signer_signing_profile_permission",
    cloudformation: "AWS::Signer::ProfilePermission",
    of: "profile_name",
    kind: "profile",
    clauses: [{ who: ["principal"], may: { in: "action", of: "signer" } }],
  },
  {
    terraform: "aws_licensemanager_grant",
    cloudformation: "AWS::LicenseManager::Grant",
    spelling: { principal: "Principals" },
    of: "license_arn",
    kind: "license",
    clauses: [{ who: ["principal"], may: { in: "allowed_operations", of: "license-manager" } }],
  },
  {
    terraform: "aws_network_interface_permission",
    of: "network_interface_id",
    kind: "network-interface",
    clauses: [
      {
        who: ["aws_account_id"],
        may: {
          in: "permission",
          of: "ec2",
          words: { "INSTANCE-ATTACH": ["AttachNetworkInterface"], "EIP-ASSOCIATE": ["AssociateAddress"] },
        },
      },
    ],
  },
  {
    terraform: "aws_opensearch_authorize_vpc_endpoint_access",
    of: "domain_name",
    kind: "domain",
    clauses: [{ who: ["account"], may: ["es:CreateVpcEndpoint"] }],
  },
  {
    terraform: "aws_ram_principal_association",
    cloudformation: "AWS::RAM::ResourceShare",
    spelling: { principal: "Principals", resource_share_arn: "Name" },
    of: "resource_share_arn",
    kind: "share",
    clauses: [{ who: ["principal"], may: ["ram:AcceptResourceShareInvitation"] }],
  },
  {
    terraform: "aws_servicecatalog_portfolio_share",
    cloudformation: "AWS::ServiceCatalog::PortfolioShare",
    spelling: { principal_id: "AccountId" },
    of: "portfolio_id",
    kind: "portfolio",
    clauses: [{ who: ["principal_id"], may: ["servicecatalog:AcceptPortfolioShare"] }],
  },
  {
    terraform: "aws_servicecatalog_principal_portfolio_association",
    cloudformation: "AWS::ServiceCatalog::PortfolioPrincipalAssociation",
    spelling: { principal_arn: "PrincipalARN" },
    of: "portfolio_id",
    kind: "portfolio",
    clauses: [{ who: ["principal_arn"], may: ["servicecatalog:ProvisionProduct"] }],
  },
  {
    terraform: "aws_directory_service_shared_directory",
    of: "directory_id",
    kind: "directory",
    clauses: [{ who: ["target.id"], may: ["ds:AcceptSharedDirectory"] }],
  },
  {
    terraform: "aws_config_aggregate_authorization",
    cloudformation: "AWS::Config::AggregationAuthorization",
    spelling: { account_id: "AuthorizedAccountId" },
    kind: "account",
    clauses: [{ who: ["account_id"], may: ["config:PutConfigurationAggregator"] }],
  },
  {
    terraform: "aws_organizations_delegated_administrator",
    kind: "organization",
    clauses: [
      {
        who: ["account_id"],
        may: ["organizations:DescribeOrganization", "organizations:ListAccounts"],
        when: [["service_principal", "StringEquals", "organizations:ServicePrincipal"]],
      },
    ],
  },
  {
    terraform: "aws_globalaccelerator_cross_account_attachment",
    cloudformation: "AWS::GlobalAccelerator::CrossAccountAttachment",
    naming: { kind: "endpoint", names: ["name"] },
    kind: "endpoint",
    clauses: [{ who: ["principals"], may: ["globalaccelerator:AddEndpoints"] }],
  },
  {
    terraform: "aws_ssm_document",
    naming: { kind: "document", names: ["name", "id"] },
    kind: "document",
    clauses: [
      {
        who: ["permissions.account_ids"],
        anyone: ["all", "All"],
        listed: true,
        may: ["ssm:GetDocument", "ssm:SendCommand"],
      },
    ],
  },
  {
    terraform: "aws_elastictranscoder_pipeline",
    naming: { kind: "share", names: ["name"] },
    kind: "share",
    clauses: ["content_config_permissions", "thumbnail_config_permissions"].map((each) => ({
      each,
      who: ["grantee"],
      anyone: ["AllUsers", "AuthenticatedUsers"],
      may: {
        in: "access",
        of: "s3",
        words: {
          Read: ["GetObject"],
          ReadAcp: ["GetObjectAcl"],
          WriteAcp: ["PutObjectAcl"],
          FullControl: ["GetObject", "GetObjectAcl", "PutObjectAcl"],
        },
      },
    })),
  },
  ...["analysis", "dashboard", "data_set", "folder", "template", "theme"].map((name) =>
    quickSight(name, "permissions"),
  ),
  quickSight("data_source", "permission"),
  {
    terraform: "aws_vpc_endpoint_service",
    cloudformation: "AWS::EC2::VPCEndpointService",
    naming: { kind: "endpoint-service", names: ["service_name", "id"], generated: true },
    kind: "endpoint-service",
    clauses: [{ who: ["allowed_principals"], anyone: ["*"], may: ["ec2:CreateVpcEndpoint"] }],
    guard: (resource) => ({
      blocks: switchedOn(field(resource.values, "acceptance_required")),
      by: "approval",
      at: field(resource.values, "acceptance_required").at,
    }),
  },
  {
    terraform: "aws_vpc_endpoint_service_allowed_principal",
    cloudformation: "AWS::EC2::VPCEndpointServicePermissions",
    spelling: { vpc_endpoint_service_id: "ServiceId", principal_arn: "AllowedPrincipals" },
    of: "vpc_endpoint_service_id",
    kind: "endpoint-service",
    clauses: [{ who: ["principal_arn"], anyone: ["*"], may: ["ec2:CreateVpcEndpoint"] }],
  },
];

function quickSight(name: string, each: string): AttributePolicy {
  return {
    terraform: `aws_quicksight_${name}`,
    cloudformation: `AWS::QuickSight::${name.replace(/(?:^|_)([a-z])/g, (_, first: string) => first.toUpperCase())}`,
    spelling: { [each]: "Permissions", [`${each}.principal`]: "Principal", [`${each}.actions`]: "Actions" },
    naming: { kind: "dashboard", names: ["name"] },
    kind: "dashboard",
    clauses: [
      { each, who: ["principal"], may: { in: "actions", of: "quicksight" } },
      // Whoever has the link of a dashboard, as only CloudFormation says it.
      { each: "LinkSharingConfiguration.Permissions", who: ["Principal"], may: { in: "Actions", of: "quicksight" } },
    ],
  };
}

export default rows.map(attributePolicy) satisfies readonly ResourceType[];
