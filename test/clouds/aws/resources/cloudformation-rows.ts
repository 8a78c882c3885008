import { showText } from "#model/text.ts";
import { hole } from "#model/value.ts";

/** Resources by logical id, as a template has them. */
export type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

/** A resource `X` in CloudFormation's words, what the graph has to say about it, and what stands beside it. */
export type CloudFormationRow = readonly [
  type: string,
  properties: object,
  facts: readonly string[],
  more?: {
    readonly beside?: Resources;
    /** The resource that the facts are about, where it is not `X`. */
    readonly at?: string;
  },
];

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const document = { Version: "2012-10-17", Statement: [statement] };
const open = {
  Version: "2012-10-17",
  Statement: [
    { ...statement, Principal: "*" },
    { ...statement, Principal: "*" },
  ],
};
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const ref = (id: string) => ({ Ref: id });
const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const role = { Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust } } };
const profile = { Profile: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: [ref("Role")] } } };
const user = { User: { Type: "AWS::IAM::User", Properties: { UserName: "ann" } } };
const group = { Group: { Type: "AWS::IAM::Group" } };
const policies = [{ PolicyName: "p", PolicyDocument: document }];
const inline = ["inline identity policy with 1 statements", "grants X#inline_policy/0 to X"];
const unnamed = showText([hole("computed-at-apply")]);

const ruled = ["inline resource policy with 2 statements", "is ruled by X#policy"];
const shut = "cuts public access off: yes";
const made = ["inline resource policy with 1 statements", "is ruled by X#policy"];
const ruledByX = ["is ruled by X#policy"];

/** From the reference of CloudFormation's types. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
export const cloudFormationRows: readonly CloudFormationRow[] = [
  // Identities, and what stands in them.
  [
    "AWS::IAM::Role",
    { RoleName: "ci", AssumeRolePolicyDocument: trust, Policies: policies, ManagedPolicyArns: [ref("P")] },
    ["managed role ci, machine: yes", "trusts ec2.amazonaws.com", ...inline, "grants P to X"],
    { beside: { P: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: document } } } },
  ],
  [
    "AWS::IAM::Role",
    { AssumeRolePolicyDocument: trust, PermissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    [
      `managed role ${unnamed}, machine: yes`,
      "trusts ec2.amazonaws.com",
      "bounds arn:aws:iam::aws:policy/ReadOnlyAccess to X",
    ],
  ],
  [
    "AWS::IAM::Role",
    {
      RoleName: "deploy",
      AssumeRolePolicyDocument: {
        Statement: {
          Effect: "Allow",
          Principal: { AWS: { "Fn::Join": ["", ["arn:aws:iam::", ref("AWS::AccountId"), ":role/x/ci"]] } },
          Action: "sts:AssumeRole",
        },
      },
    },
    ["managed role deploy, machine: yes", "trusts Ci"],
    {
      beside: {
        Ci: { Type: "AWS::IAM::Role", Properties: { RoleName: "ci", Path: "/x/", AssumeRolePolicyDocument: trust } },
      },
    },
  ],
  [
    "AWS::IAM::User",
    { UserName: "ann", Policies: policies, Groups: [ref("Group")] },
    ["managed user ann, machine: yes", ...inline, "X is in Group"],
    { beside: group },
  ],
  [
    "AWS::IAM::User",
    { UserName: "ann", LoginProfile: { Password: "x", PasswordResetRequired: true } },
    ["managed user ann, machine: no", "password of X"],
  ],
  [
    "AWS::IAM::Group",
    { GroupName: "ops", Policies: policies, ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
    ["managed group ops, machine: no", ...inline, "grants arn:aws:iam::aws:policy/ReadOnlyAccess to X"],
  ],
  [
    "AWS::IAM::ServiceLinkedRole",
    { AWSServiceName: "ecs.amazonaws.com" },
    ["managed role ecs.amazonaws.com, machine: yes", "service-linked"],
  ],
  // Policies and who gets them.
  [
    "AWS::IAM::ManagedPolicy",
    { ManagedPolicyName: "p", PolicyDocument: document, Roles: [ref("Role")], Users: ["ann"] },
    ["customer identity policy with 1 statements", "grants X to Role", "grants X to User"],
    { beside: { ...role, ...user } },
  ],
  [
    "AWS::IAM::Policy",
    { PolicyName: "p", PolicyDocument: document, Roles: [ref("Role")], Groups: [ref("Group")] },
    [
      "inline identity policy with 1 statements",
      "inline identity policy with 1 statements",
      "grants X#roles/0 to Role",
      "grants X#groups/0 to Group",
    ],
    { beside: { ...role, ...group } },
  ],
  [
    "AWS::IAM::RolePolicy",
    { PolicyName: "p", RoleName: ref("Role"), PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to Role"],
    { beside: role },
  ],
  [
    "AWS::IAM::UserPolicy",
    { PolicyName: "p", UserName: "ann", PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to User"],
    { beside: user },
  ],
  [
    "AWS::IAM::GroupPolicy",
    { PolicyName: "p", GroupName: ref("Group"), PolicyDocument: document },
    ["inline identity policy with 1 statements", "grants X to Group"],
    { beside: group },
  ],
  [
    "AWS::IAM::UserToGroupAddition",
    { GroupName: ref("Group"), Users: [ref("User")] },
    ["User is in Group"],
    { beside: { ...user, ...group } },
  ],
  ["AWS::IAM::AccessKey", { UserName: ref("User") }, ["access-key of User"], { beside: user }],
  ["AWS::IAM::ServerCertificate", { ServerCertificateName: "x" }, ["certificate of nobody"]],
  ["AWS::IAM::VirtualMFADevice", { Users: [ref("User")] }, ["mfa-device of nobody"], { beside: user }],
  [
    "AWS::IAM::OIDCProvider",
    { Url: "https://token.example.com" },
    ["managed role ci, machine: yes", "trusts X"],
    {
      at: "Ci",
      beside: {
        Ci: {
          Type: "AWS::IAM::Role",
          Properties: {
            RoleName: "ci",
            AssumeRolePolicyDocument: {
              Statement: {
                Effect: "Allow",
                Principal: { Federated: ref("X") },
                Action: "sts:AssumeRoleWithWebIdentity",
              },
            },
          },
        },
      },
    },
  ],
  // What runs as a role.
  [
    "AWS::IAM::InstanceProfile",
    { Roles: [ref("Role")] },
    ["runs as Role (instance profile)"],
    {
      at: "Machine",
      beside: { ...role, Machine: { Type: "AWS::EC2::Instance", Properties: { IamInstanceProfile: ref("X") } } },
    },
  ],
  ["AWS::Lambda::Function", { Role: arnOf("Role") }, ["runs as Role (execution role)"], { beside: role }],
  // Policies of resources.
  ["AWS::KMS::Key", { KeyPolicy: open }, ruled],
  ["AWS::KMS::ReplicaKey", { KeyPolicy: open }, ruled],
  ["AWS::ECR::Repository", { RepositoryName: "r", RepositoryPolicyText: open }, ruled],
  ["AWS::ECR::PublicRepository", { RepositoryName: "r", RepositoryPolicyText: open }, ruled],
  ["AWS::ECR::RegistryPolicy", { PolicyText: open }, ruled],
  [
    "AWS::S3::BucketPolicy",
    { Bucket: ref("Files"), PolicyDocument: open },
    [
      "inline resource policy with 1 statements",
      "is ruled by X#policy, Files#acl",
      "cuts public access off: yes",
      "turns its list off: no",
    ],
    {
      at: "Files",
      beside: {
        Files: {
          Type: "AWS::S3::Bucket",
          Properties: {
            AccessControl: "PublicRead",
            PublicAccessBlockConfiguration: { RestrictPublicBuckets: "true", IgnorePublicAcls: false },
          },
        },
      },
    },
  ],
  ["AWS::S3::BucketPolicy", { Bucket: "elsewhere", PolicyDocument: open }, ruled],
  [
    "AWS::S3::Bucket",
    { AccessControl: "PublicReadWrite" },
    ["inline resource policy with 2 statements", "is ruled by X#acl"],
  ],
  [
    "AWS::S3::Bucket",
    {
      AccessControl: "PublicRead",
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    },
    ["inline resource policy with 1 statements", "is ruled by X#acl", "turns its list off: yes"],
  ],
  [
    "AWS::SQS::QueuePolicy",
    { Queues: [ref("One"), ref("Other")], PolicyDocument: open },
    ruledByX,
    { at: "Other", beside: { One: { Type: "AWS::SQS::Queue" }, Other: { Type: "AWS::SQS::Queue" } } },
  ],
  [
    "AWS::SQS::QueueInlinePolicy",
    { Queue: ref("Jobs"), PolicyDocument: open },
    ruledByX,
    { at: "Jobs", beside: { Jobs: { Type: "AWS::SQS::Queue", Properties: { QueueName: "jobs" } } } },
  ],
  [
    "AWS::SNS::TopicPolicy",
    { Topics: [ref("Topic")], PolicyDocument: open },
    ruledByX,
    { at: "Topic", beside: { Topic: { Type: "AWS::SNS::Topic" } } },
  ],
  [
    "AWS::SNS::TopicInlinePolicy",
    { TopicArn: ref("Topic"), PolicyDocument: open },
    ruledByX,
    { at: "Topic", beside: { Topic: { Type: "AWS::SNS::Topic" } } },
  ],
  [
    "AWS::SecretsManager::ResourcePolicy",
    { SecretId: ref("Secret"), ResourcePolicy: open },
    ruledByX,
    { at: "Secret", beside: { Secret: { Type: "AWS::SecretsManager::Secret" } } },
  ],
  [
    "AWS::Lambda::Permission",
    { FunctionName: ref("Run"), Principal: "*", Action: "lambda:InvokeFunction", PrincipalOrgID: "o-1" },
    ["runs as Role (execution role)", "is ruled by X#policy"],
    { at: "Run", beside: { ...role, Run: { Type: "AWS::Lambda::Function", Properties: { Role: arnOf("Role") } } } },
  ],
  ["AWS::SQS::QueuePolicy", { Queues: [{ "Fn::ImportValue": "queue" }], PolicyDocument: open }, ruled],
  // Policies of other services.
  [
    "AWS::S3::AccessPoint",
    { Bucket: "b", Policy: open, PublicAccessBlockConfiguration: { RestrictPublicBuckets: false } },
    [...ruled, "cuts public access off: no"],
  ],
  ["AWS::S3::AccessPoint", { Bucket: "b", Policy: open, VpcConfiguration: { VpcId: "vpc-1" } }, [...ruled, shut]],
  ["AWS::FSx::S3AccessPointAttachment", { Name: "x", S3AccessPoint: { Policy: open } }, ruled],
  ["AWS::EFS::FileSystem", { FileSystemPolicy: open }, [...ruled, shut]],
  ["AWS::Backup::BackupVault", { BackupVaultName: "v", AccessPolicy: open }, ruled],
  ["AWS::DynamoDB::Table", { TableName: "t", ResourcePolicy: { PolicyDocument: open } }, ruled],
  ["AWS::S3Outposts::BucketPolicy", { Bucket: "b", PolicyDocument: open }, ruled],
  ["AWS::S3ObjectLambda::AccessPointPolicy", { ObjectLambdaAccessPoint: "x", PolicyDocument: open }, ruled],
  ["AWS::S3::MultiRegionAccessPointPolicy", { MrapName: "x", Policy: open }, ruled],
  ["AWS::S3Express::BucketPolicy", { Bucket: "b", PolicyDocument: open }, ruled],
  ["AWS::S3Express::AccessPoint", { Bucket: "b", Policy: open }, ruled],
  ["AWS::S3Files::FileSystemPolicy", { FileSystemId: "fs", Policy: open }, [...ruled, shut]],
  ["AWS::S3Outposts::AccessPoint", { Bucket: "b", Policy: open }, [...ruled, shut]],
  [
    "AWS::S3Tables::TableBucketPolicy",
    { TableBucketARN: arnOf("Tables"), ResourcePolicy: open },
    ruledByX,
    { at: "Tables", beside: { Tables: { Type: "AWS::S3Tables::TableBucket", Properties: { TableBucketName: "t" } } } },
  ],
  ["AWS::S3Tables::TablePolicy", { TableARN: "x", ResourcePolicy: open }, ruled],
  [
    "AWS::S3Vectors::VectorBucketPolicy",
    { VectorBucketArn: arnOf("Vectors"), Policy: open },
    ruledByX,
    { at: "Vectors", beside: { Vectors: { Type: "AWS::S3Vectors::VectorBucket" } } },
  ],
  ["AWS::MediaStore::Container", { ContainerName: "c", Policy: open }, ruled],
  ["AWS::Events::EventBus", { Name: "b", Policy: open }, ruled],
  [
    "AWS::Events::EventBusPolicy",
    {
      StatementId: "s",
      Action: "events:PutEvents",
      Principal: "*",
      Condition: { Type: "StringEquals", Key: "aws:PrincipalOrgID", Value: "o-1" },
    },
    ["inline resource policy with 1 statements", "is ruled by X#policy"],
  ],
  [
    "AWS::Events::EventBusPolicy",
    { EventBusName: ref("Bus"), StatementId: "s", Statement: { ...statement, Principal: "*" } },
    ruledByX,
    { at: "Bus", beside: { Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "b" } } } },
  ],
  [
    "AWS::Kinesis::ResourcePolicy",
    { ResourceArn: arnOf("Clicks"), ResourcePolicy: open },
    ruledByX,
    { at: "Clicks", beside: { Clicks: { Type: "AWS::Kinesis::Stream" } } },
  ],
  ["AWS::Logs::Destination", { DestinationName: "d", DestinationPolicy: JSON.stringify(open) }, ruled],
  ["AWS::Logs::ResourcePolicy", { PolicyName: "p", PolicyDocument: JSON.stringify(open) }, ruled],
  [
    "AWS::Logs::DeliveryDestination",
    { Name: "d", DeliveryDestinationPolicy: { DeliveryDestinationPolicy: open } },
    ruled,
  ],
  ["AWS::Logs::LogGroup", { LogGroupName: "g", ResourcePolicyDocument: open }, ruled],
  [
    "AWS::MSK::ClusterPolicy",
    { ClusterArn: arnOf("Kafka"), Policy: open },
    ruledByX,
    { at: "Kafka", beside: { Kafka: { Type: "AWS::MSK::Cluster", Properties: { ClusterName: "k" } } } },
  ],
  [
    "AWS::APS::ResourcePolicy",
    { WorkspaceArn: arnOf("Metrics"), PolicyDocument: JSON.stringify(open) },
    ruledByX,
    { at: "Metrics", beside: { Metrics: { Type: "AWS::APS::Workspace" } } },
  ],
  [
    "AWS::EventSchemas::RegistryPolicy",
    { RegistryName: "r", Policy: open },
    ruledByX,
    { at: "Events", beside: { Events: { Type: "AWS::EventSchemas::Registry", Properties: { RegistryName: "r" } } } },
  ],
  ["AWS::Oam::Sink", { Name: "s", Policy: open }, ruled],
  ["AWS::XRay::ResourcePolicy", { PolicyName: "p", PolicyDocument: JSON.stringify(open) }, ruled],
  ["AWS::VpcLattice::ResourcePolicy", { ResourceArn: "x", Policy: open }, ruled],
  ["AWS::VpcLattice::AuthPolicy", { ResourceIdentifier: "sn-1", Policy: open }, [...ruled, shut]],
  ["AWS::ApiGateway::RestApi", { Name: "x", Policy: open }, ruled],
  [
    "AWS::ApiGateway::RestApi",
    { Name: "x", Body: { "x-amazon-apigateway-policy": open } },
    ["inline resource policy with 2 statements", "is ruled by X#policy/0"],
  ],
  [
    "AWS::ApiGateway::RestApi",
    { Name: "x", Policy: open, EndpointConfiguration: { Types: ["PRIVATE"] } },
    [...ruled, shut],
  ],
  ["AWS::ApiGateway::DomainNameV2", { DomainName: "x.example.com", Policy: open }, ruled],
  ["AWS::OpenSearchService::Domain", { DomainName: "d", AccessPolicies: open }, [...ruled]],
  [
    "AWS::Elasticsearch::Domain",
    { DomainName: "d", AccessPolicies: open, VPCOptions: { SubnetIds: ["s"] } },
    [...ruled, shut],
  ],
  ["AWS::CodeArtifact::Domain", { DomainName: "d", PermissionsPolicyDocument: open }, ruled],
  ["AWS::CodeArtifact::Repository", { DomainName: "d", RepositoryName: "r", PermissionsPolicyDocument: open }, ruled],
  ["AWS::SageMaker::ModelPackageGroup", { ModelPackageGroupName: "g", ModelPackageGroupPolicy: open }, ruled],
  ["AWS::RedshiftServerless::Namespace", { NamespaceName: "n", NamespaceResourcePolicy: open }, ruled],
  ["AWS::Organizations::ResourcePolicy", { Content: open }, ruled],
  [
    "AWS::EC2::VPCEndpoint",
    { ServiceName: "com.amazonaws.eu-west-1.s3", PolicyDocument: document },
    ["inline guardrail policy with 1 statements", "guards X#policy to nobody"],
  ],
  // Attributes that say who.
  [
    "AWS::Lambda::LayerVersionPermission",
    { LayerVersionArn: "l", Principal: "*", Action: "lambda:GetLayerVersion" },
    made,
  ],
  [
    "AWS::ACMPCA::Permission",
    { CertificateAuthorityArn: "a", Principal: "acm.amazonaws.com", Actions: ["GetCertificate"] },
    made,
  ],
  [
    "AWS::Signer::ProfilePermission",
    { ProfileName: "p", Principal: "444455556666", Action: "signer:StartSigningJob" },
    made,
  ],
  ["AWS::RAM::ResourceShare", { Name: "s", Principals: ["444455556666"] }, made],
  ["AWS::ServiceCatalog::PortfolioShare", { PortfolioId: "p", AccountId: "444455556666" }, made],
  [
    "AWS::ServiceCatalog::PortfolioPrincipalAssociation",
    { PortfolioId: "p", PrincipalARN: "arn:aws:iam::111122223333:role/r" },
    made,
  ],
  ["AWS::Config::AggregationAuthorization", { AuthorizedAccountId: "444455556666" }, made],
  ["AWS::GlobalAccelerator::CrossAccountAttachment", { Name: "x", Principals: ["444455556666"] }, made],
  [
    "AWS::EC2::VPCEndpointServicePermissions",
    { ServiceId: ref("Service"), AllowedPrincipals: ["*"] },
    [...ruledByX, "cuts public access off: yes"],
    {
      at: "Service",
      beside: { Service: { Type: "AWS::EC2::VPCEndpointService", Properties: { AcceptanceRequired: "true" } } },
    },
  ],
  [
    "AWS::QuickSight::DataSource",
    {
      Name: "d",
      Permissions: [
        {
          Principal: "arn:aws:quicksight:eu-west-1:444455556666:user/default/u",
          Actions: ["quicksight:PassDataSource"],
        },
      ],
    },
    made,
  ],
  [
    "AWS::ApiGateway::Method",
    {
      RestApiId: ref("Api"),
      ResourceId: ref("Orders"),
      HttpMethod: "POST",
      AuthorizationType: "NONE",
      Integration: {
        Type: "AWS_PROXY",
        Uri: {
          "Fn::Join": [
            "",
            [
              "arn:aws:apigateway:",
              ref("AWS::Region"),
              ":lambda:path/2015-03-31/functions/",
              arnOf("Run"),
              "/invocations",
            ],
          ],
        },
      },
    },
    ["api-method, open: yes (authorization NONE)", "runs Run"],
    {
      beside: {
        ...role,
        Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "a" } },
        Run: { Type: "AWS::Lambda::Function", Properties: { Role: arnOf("Role") } },
      },
    },
  ],
  [
    "AWS::ApiGateway::Method",
    { RestApiId: ref("Api"), HttpMethod: "GET", AuthorizationType: "NONE", Integration: { Type: "MOCK" } },
    ["api-method, open: no (its answer is made up)"],
    { beside: { Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "a" } } } },
  ],
  [
    "AWS::ApiGatewayV2::Route",
    { ApiId: ref("Api"), RouteKey: "GET /orders", Target: { "Fn::Join": ["/", ["integrations", ref("Orders")]] } },
    ["api-method, open: yes (no authorization_type)", "runs Run"],
    {
      beside: {
        ...role,
        Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "a", ProtocolType: "HTTP" } },
        Orders: {
          Type: "AWS::ApiGatewayV2::Integration",
          Properties: { ApiId: ref("Api"), IntegrationUri: arnOf("Run") },
        },
        Run: { Type: "AWS::Lambda::Function", Properties: { Role: arnOf("Role") } },
      },
    },
  ],
  // Devices, clusters, guests, people.
  ["AWS::IoT::Policy", { PolicyName: "p", PolicyDocument: document }, ["customer identity policy with 1 statements"]],
  [
    "AWS::IoT::PolicyPrincipalAttachment",
    { PolicyName: "p", Principal: "arn:aws:iot:eu-west-1:111122223333:cert/x" },
    ["grants P to nobody"],
    { beside: { P: { Type: "AWS::IoT::Policy", Properties: { PolicyName: "p", PolicyDocument: document } } } },
  ],
  ["AWS::IoT::ThingPrincipalAttachment", { ThingName: "t", Principal: "c" }, ["nobody is in no group"]],
  ["AWS::IoT::RoleAlias", { RoleAlias: "a", RoleArn: arnOf("Role") }, ["runs as Role (device role)"], { beside: role }],
  [
    "AWS::EKS::PodIdentityAssociation",
    { ServiceAccount: "s", RoleArn: arnOf("Role") },
    ["runs as Role (pod role)"],
    { beside: role },
  ],
  [
    "AWS::RolesAnywhere::Profile",
    { Name: "p", RoleArns: [arnOf("Role")] },
    ["runs as Role (certificate role)"],
    { beside: role },
  ],
  [
    "AWS::EKS::AccessEntry",
    {
      PrincipalArn: arnOf("Role"),
      KubernetesGroups: ["admins"],
      AccessPolicies: [{ PolicyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" }],
    },
    ["Role is in no group", "grants arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy to Role"],
    { beside: role },
  ],
  [
    "AWS::Cognito::IdentityPool",
    { AllowUnauthenticatedIdentities: "true" },
    ["identity-pool, open: yes (it lets guests in)", "acts-as-guest Role"],
    {
      beside: {
        ...role,
        Roles: {
          Type: "AWS::Cognito::IdentityPoolRoleAttachment",
          Properties: { IdentityPoolId: ref("X"), Roles: { unauthenticated: arnOf("Role") } },
        },
      },
    },
  ],
  [
    "AWS::Cognito::IdentityPool",
    { AllowUnauthenticatedIdentities: false },
    ["identity-pool, open: no (it lets no guests in)", "acts-as-user Role"],
    {
      beside: {
        ...role,
        Roles: {
          Type: "AWS::Cognito::IdentityPoolRoleAttachment",
          Properties: {
            IdentityPoolId: ref("X"),
            RoleMappings: {
              Google: {
                Type: "Rules",
                IdentityProvider: "accounts.google.com",
                RulesConfiguration: {
                  Rules: [{ Claim: "isAdmin", MatchType: "Equals", Value: "true", RoleARN: arnOf("Role") }],
                },
              },
            },
          },
        },
      },
    },
  ],
  // Pairs, of which some name a role.
  [
    "AWS::ElasticBeanstalk::Environment",
    {
      ApplicationName: "a",
      OptionSettings: [
        { Namespace: "aws:autoscaling:launchconfiguration", OptionName: "IamInstanceProfile", Value: ref("Profile") },
        { Namespace: "aws:elasticbeanstalk:environment", OptionName: "ServiceRole", Value: ref("Role") },
        { Namespace: "aws:autoscaling:asg", OptionName: "MinSize", Value: "1" },
      ],
    },
    ["runs as Role (instance profile)", "runs as Role (service role)"],
    { beside: { ...role, ...profile } },
  ],
  [
    "AWS::ElasticBeanstalk::ConfigurationTemplate",
    {
      ApplicationName: "a",
      OptionSettings: [
        { Namespace: "aws:elasticbeanstalk:environment", OptionName: "ServiceRole", Value: ref("Role") },
      ],
    },
    ["runs as Role (service role)"],
    { beside: role },
  ],
  [
    "AWS::DataPipeline::Pipeline",
    {
      Name: "p",
      PipelineObjects: [
        {
          Id: "Default",
          Name: "Default",
          Fields: [
            { Key: "type", StringValue: "Default" },
            { Key: "role", StringValue: ref("Role") },
            { Key: "resourceRole", StringValue: ref("Profile") },
          ],
        },
      ],
    },
    ["runs as Role (instance profile)", "runs as Role (pipeline role)"],
    { beside: { ...role, ...profile } },
  ],
  [
    "AWS::SSO::PermissionSet",
    {
      Name: "s",
      InlinePolicy: document,
      ManagedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      CustomerManagedPolicyReferences: [{ Name: "p" }],
      PermissionsBoundary: { ManagedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
    },
    [
      "managed role s, machine: no",
      "inline identity policy with 1 statements",
      "grants X#inline_policy to X",
      "grants arn:aws:iam::aws:policy/ReadOnlyAccess to X",
      "grants an unknown policy to X",
      "bounds arn:aws:iam::aws:policy/PowerUserAccess to X",
    ],
  ],
  [
    "AWS::SSO::Assignment",
    { PermissionSetArn: ref("Set"), PrincipalId: "g-1", PrincipalType: "GROUP" },
    ["outside stack directory-group/g-1 is in Set"],
    { beside: { Set: { Type: "AWS::SSO::PermissionSet", Properties: { Name: "s" } } } },
  ],
  [
    "AWS::SSO::ApplicationAssignment",
    { ApplicationArn: "a", PrincipalId: "g", PrincipalType: "X" },
    ["nobody is in no group"],
  ],
  ["AWS::Organizations::Account", { AccountName: "dev" }, ["managed account dev, machine: no"]],
  [
    "AWS::Organizations::Policy",
    { Name: "p", Type: "SERVICE_CONTROL_POLICY", Content: document, TargetIds: [ref("Dev")] },
    ["customer guardrail policy with 1 statements", "guards X to Dev"],
    { beside: { Dev: { Type: "AWS::Organizations::Account", Properties: { AccountName: "dev" } } } },
  ],
  [
    "AWS::OpenSearchServerless::AccessPolicy",
    {
      Name: "p",
      Policy: JSON.stringify([
        { Principal: ["arn:aws:iam::111122223333:role/r"], Rules: [{ Permission: ["aoss:*"] }] },
      ]),
    },
    made,
  ],
];
