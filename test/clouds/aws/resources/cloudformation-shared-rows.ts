import type { CloudFormationRow, Resources } from "./cloudformation-rows.ts";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: "*" };
const open = { Version: "2012-10-17", Statement: [statement, statement] };
const ruled = ["inline resource policy with 2 statements", "is ruled by X#policy"];
const made = ["inline resource policy with 1 statements", "is ruled by X#policy"];
const someone = "arn:aws:iam::444455556666:role/reader";
const lake = (arn: string) => ({ DataLakePrincipalIdentifier: arn });
const arn = "arn:aws:x:eu-west-1:111122223333:y/z";
const role: Resources = {
  Role: {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
      },
    },
  },
};
const policies: Resources = {
  Session: {
    Type: "AWS::IAM::ManagedPolicy",
    Properties: { PolicyDocument: { Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*" } } },
  },
};

/** What carries a policy about itself, or is shared with others by its properties, and that only templates have. */
export const sharedRows: readonly CloudFormationRow[] = [
  ["AWS::AIOps::InvestigationGroup", { Name: "g", InvestigationGroupPolicy: JSON.stringify(open) }, ruled],
  ["AWS::Backup::LogicallyAirGappedBackupVault", { BackupVaultName: "v", AccessPolicy: open }, ruled],
  ["AWS::DSQL::Cluster", { PolicyDocument: JSON.stringify(open) }, ruled],
  ["AWS::OSIS::Pipeline", { PipelineName: "p", ResourcePolicy: { Policy: open } }, ruled],
  ["AWS::Omics::SequenceStore", { Name: "s", S3AccessPolicy: open }, ruled],
  ["AWS::PaymentCryptography::Key", { Exportable: true, Policy: JSON.stringify(open) }, ruled],
  [
    "AWS::DynamoDB::GlobalTable",
    {
      TableName: "t",
      Replicas: [
        { Region: "eu-west-1", ResourcePolicy: { PolicyDocument: open } },
        {
          Region: "us-east-1",
          ReplicaStreamSpecification: { ResourcePolicy: { PolicyDocument: open } },
        },
      ],
    },
    [
      "inline resource policy with 2 statements",
      "inline resource policy with 2 statements",
      "is ruled by X#policy/0, X#policy/1",
    ],
  ],
  [
    "AWS::DynamoDB::Table",
    {
      TableName: "t",
      ResourcePolicy: { PolicyDocument: open },
      StreamSpecification: { StreamViewType: "KEYS_ONLY", ResourcePolicy: { PolicyDocument: open } },
    },
    [
      "inline resource policy with 2 statements",
      "inline resource policy with 2 statements",
      "is ruled by X#policy, X#policy/0",
    ],
  ],
  [
    "AWS::Comprehend::DocumentClassifier",
    { DocumentClassifierName: "c", ModelPolicy: JSON.stringify(open) },
    ["inline resource policy with 2 statements", "is ruled by X#policy/0"],
  ],
  [
    "AWS::Comprehend::EntityRecognizer",
    { EntityRecognizerName: "r", ModelPolicy: JSON.stringify(open) },
    ["inline resource policy with 2 statements", "is ruled by X#policy/0"],
  ],
  [
    "AWS::Redshift::Cluster",
    { ClusterIdentifier: "c", NamespaceResourcePolicy: open },
    ["inline resource policy with 2 statements", "is ruled by X#policy/0"],
  ],
  [
    "AWS::RUM::AppMonitor",
    { Name: "m", ResourcePolicy: { PolicyDocument: JSON.stringify(open) } },
    ["inline resource policy with 2 statements", "is ruled by X#policy/0"],
  ],
  ["AWS::Bedrock::KnowledgeBasePolicy", { KnowledgeBaseId: "k", PolicyDocument: open }, ruled],
  ["AWS::Bedrock::ResourcePolicy", { ResourceArn: arn, PolicyDocument: open }, ruled],
  ["AWS::CloudTrail::ResourcePolicy", { ResourceArn: arn, ResourcePolicy: open }, ruled],
  ["AWS::EventsV2::ResourcePolicy", { EventBusArn: arn, PolicyDocument: open }, ruled],
  ["AWS::Lambda::ResourcePolicy", { ResourceArn: arn, PolicyDocument: open }, ruled],
  ["AWS::Lex::ResourcePolicy", { ResourceArn: arn, Policy: open }, ruled],
  ["AWS::MediaPackageV2::ChannelPolicy", { ChannelGroupName: "g", ChannelName: "c", Policy: open }, ruled],
  [
    "AWS::MediaPackageV2::OriginEndpointPolicy",
    { ChannelGroupName: "g", ChannelName: "c", OriginEndpointName: "e", Policy: open },
    ruled,
  ],
  ["AWS::MediaTailor::ChannelPolicy", { ChannelName: "c", Policy: open }, ruled],
  ["AWS::SMSVOICE::ResourcePolicy", { ResourceArn: arn, PolicyDocument: open }, ruled],
  ["AWS::SSM::ResourcePolicy", { ResourceArn: arn, Policy: open }, ruled],
  // A policy rules the function that it names.
  [
    "AWS::Lambda::ResourcePolicy",
    { ResourceArn: { "Fn::GetAtt": ["Run", "Arn"] }, PolicyDocument: open },
    ["is ruled by X#policy", "runs as outside stack role/run (execution role)"],
    {
      at: "Run",
      beside: { Run: { Type: "AWS::Lambda::Function", Properties: { Role: "arn:aws:iam::111122223333:role/run" } } },
    },
  ],
  // Lake Formation.
  [
    "AWS::LakeFormation::Permissions",
    { DataLakePrincipal: lake(someone), Permissions: ["SELECT"], PermissionsWithGrantOption: ["SELECT"] },
    ruled,
  ],
  [
    "AWS::LakeFormation::PrincipalPermissions",
    { Principal: lake(someone), Permissions: ["ALL"], PermissionsWithGrantOption: [] },
    made,
  ],
  [
    "AWS::LakeFormation::DataLakeSettings",
    {
      Admins: [lake(someone)],
      CreateTableDefaultPermissions: [{ Principal: lake(someone), Permissions: ["ALL"] }],
    },
    ruled,
  ],
  [
    "AWS::Glue::Catalog",
    { Name: "c", CreateDatabaseDefaultPermissions: [{ Principal: lake(someone), Permissions: ["ALL"] }] },
    made,
  ],
  [
    "AWS::Glue::Database",
    {
      CatalogId: "111122223333",
      DatabaseInput: { CreateTableDefaultPermissions: [{ Principal: lake(someone), Permissions: ["ALL"] }] },
    },
    made,
  ],
  // Others.
  ["AWS::CodeGuruProfiler::ProfilingGroup", { AgentPermissions: { Principals: [someone] } }, made],
  ["AWS::DataZone::SubscriptionTarget", { Name: "t", AuthorizedPrincipals: [someone] }, made],
  [
    "AWS::EntityResolution::PolicyStatement",
    {
      Arn: arn,
      StatementId: "s",
      Effect: "Allow",
      Principal: [someone],
      Action: ["entityresolution:StartMatchingJob"],
    },
    made,
  ],
  [
    "AWS::EntityResolution::PolicyStatement",
    { Arn: arn, StatementId: "s", Effect: "Deny", Principal: ["*"], Action: ["entityresolution:*"] },
    [],
  ],
  [
    "AWS::LicenseManager::Grant",
    { LicenseArn: arn, Principals: ["arn:aws:iam::444455556666:root"], AllowedOperations: ["CheckoutLicense"] },
    made,
  ],
  [
    "AWS::Logs::Integration",
    { ResourceConfig: { OpenSearchResourceConfig: { DashboardViewerPrincipals: [someone] } } },
    made,
  ],
  [
    "AWS::QBusiness::DataAccessor",
    { ApplicationId: "a", Principal: someone, ActionConfigurations: [{ Action: "qbusiness:SearchRelevantContent" }] },
    made,
  ],
  [
    "AWS::QBusiness::Permission",
    { ApplicationId: "a", StatementId: "s", Principal: someone, Actions: ["qbusiness:SearchRelevantContent"] },
    made,
  ],
  ...["ActionConnector", "Flow", "KnowledgeBase", "Space", "TopicV2"].map(
    (name): CloudFormationRow => [
      `AWS::QuickSight::${name}`,
      { Name: "n", Permissions: [{ Principal: someone, Actions: ["quicksight:DescribeDashboard"] }] },
      made,
    ],
  ),
  [
    "AWS::QuickSight::Dashboard",
    {
      Name: "d",
      Permissions: [{ Principal: someone, Actions: ["quicksight:DescribeDashboard"] }],
      LinkSharingConfiguration: { Permissions: [{ Principal: someone, Actions: ["quicksight:QueryDashboard"] }] },
    },
    ruled,
  ],
  [
    "AWS::SecurityLake::Subscriber",
    { SubscriberName: "s", SubscriberIdentity: { Principal: "444455556666", ExternalId: "x" } },
    made,
  ],
  // Who is known to a directory, and to a pool of users.
  ["AWS::IdentityStore::User", { UserName: "ann", IdentityStoreId: "d-1" }, ["managed user ann, machine: no"]],
  ["AWS::IdentityStore::Group", { DisplayName: "ops", IdentityStoreId: "d-1" }, ["managed group ops, machine: no"]],
  [
    "AWS::IdentityStore::GroupMembership",
    {
      IdentityStoreId: "d-1",
      GroupId: { "Fn::GetAtt": ["Ops", "GroupId"] },
      MemberId: { UserId: { "Fn::GetAtt": ["Ann", "UserId"] } },
    },
    ["Ann is in Ops"],
    {
      beside: {
        Ann: { Type: "AWS::IdentityStore::User", Properties: { UserName: "ann", IdentityStoreId: "d-1" } },
        Ops: { Type: "AWS::IdentityStore::Group", Properties: { DisplayName: "ops", IdentityStoreId: "d-1" } },
      },
    },
  ],
  ["AWS::Cognito::UserPoolUser", { Username: "ann", UserPoolId: "p" }, ["managed user ann, machine: no"]],
  [
    "AWS::Cognito::UserPoolUserToGroupAttachment",
    { Username: "ann", GroupName: "ops", UserPoolId: "p" },
    ["outside stack pool-user/ann is in outside stack pool-group/ops"],
  ],
  [
    "AWS::EMR::StudioSessionMapping",
    { StudioId: "s", IdentityName: "ann", IdentityType: "USER", SessionPolicyArn: { Ref: "Session" } },
    ["bounds Session to outside stack directory-user/ann"],
    { beside: policies },
  ],
  // Policies in Cedar are told of, and not read.
  ["AWS::EC2::VerifiedAccessEndpoint", { PolicyDocument: "permit(principal, action, resource);" }, []],
  ["AWS::EC2::VerifiedAccessGroup", { PolicyDocument: "permit(principal, action, resource);" }, []],
  [
    "AWS::VerifiedPermissions::Policy",
    { Definition: { Static: { Statement: "permit(principal, action, resource);" } } },
    [],
  ],
  ["AWS::VerifiedPermissions::PolicyTemplate", { Statement: "permit(principal, action, ?resource);" }, []],
  // What proves somebody to one service, and who an agent is.
  ["AWS::ApiGateway::ApiKey", { Name: "x" }, ["api-key of nobody"]],
  ["AWS::AppSync::ApiKey", { ApiId: "a" }, ["api-key of nobody"]],
  ["AWS::BedrockAgentCore::ApiKeyCredentialProvider", { Name: "x" }, ["api-key of nobody"]],
  [
    "AWS::BedrockAgentCore::OAuth2CredentialProvider",
    { Name: "x", CredentialProviderVendor: "GithubOauth2" },
    ["client-secret of nobody"],
  ],
  ["AWS::BedrockAgentCore::WorkloadIdentity", { Name: "x" }, ["managed agent x, machine: yes"]],
  ["AWS::CodeBuild::SourceCredential", { AuthType: "PERSONAL_ACCESS_TOKEN", Token: "t" }, ["token of nobody"]],
  ["AWS::EC2::KeyPair", { KeyName: "x" }, ["ssh-key of nobody"]],
  ["AWS::IoT::Certificate", { Status: "ACTIVE" }, ["certificate of nobody"]],
  ["AWS::ElastiCache::User", { UserId: "x", UserName: "x", Engine: "redis" }, ["password of nobody"]],
  ["AWS::ElastiCache::User", { UserId: "x", UserName: "x", AuthenticationMode: { Type: "iam" } }, []],
  [
    "AWS::MemoryDB::User",
    { UserName: "x", AuthenticationMode: { Type: "password", Passwords: ["p"] } },
    ["password of nobody"],
  ],
  ["AWS::MemoryDB::User", { UserName: "x", AuthenticationMode: { Type: "iam" } }, []],
  // What is shared.
  [
    "AWS::CleanRooms::Collaboration",
    { Name: "c", Members: [{ AccountId: "444455556666", MemberAbilities: ["CAN_QUERY"] }] },
    made,
  ],
  [
    "AWS::S3::AccessGrant",
    { AccessGrantsLocationId: "l", Grantee: { GranteeType: "IAM", GranteeIdentifier: someone }, Permission: "READ" },
    made,
  ],
  ...["Analysis", "DataSet", "DataSource", "Folder", "Template", "Theme"].map(
    (name): CloudFormationRow => [
      `AWS::QuickSight::${name}`,
      { Name: "n", Permissions: [{ Principal: someone, Actions: ["quicksight:Describe"] }] },
      made,
    ],
  ),
  // Users of roles that the table of what names a role has not.
  [
    "AWS::ApiGatewayV2::Authorizer",
    { Name: "a", AuthorizerCredentialsArn: { "Fn::GetAtt": ["Role", "Arn"] } },
    ["runs as Role (authorizer role)"],
    { beside: role },
  ],
  [
    "AWS::Cloud9::EnvironmentEC2",
    { Name: "e", OwnerArn: "arn:aws:iam::111122223333:user/ann" },
    ["runs as outside stack user/ann (owner)"],
  ],
  [
    "AWS::Cognito::UserPoolRegionalConfigurationAttachment",
    { UserPoolId: "p", SmsConfiguration: { SnsCallerArn: { "Fn::GetAtt": ["Role", "Arn"] } } },
    ["runs as Role (message role)"],
    { beside: role },
  ],
  [
    "AWS::Config::RemediationConfiguration",
    {
      ConfigRuleName: "r",
      Parameters: { AutomationAssumeRole: { StaticValue: { Values: [{ "Fn::GetAtt": ["Role", "Arn"] }] } } },
    },
    ["runs as Role (automation role)"],
    { beside: role },
  ],
  [
    "AWS::ServiceCatalog::ServiceAction",
    {
      Name: "a",
      Definition: [
        { Key: "Name", Value: "AWS-RestartEC2Instance" },
        { Key: "AssumeRole", Value: { "Fn::GetAtt": ["Role", "Arn"] } },
      ],
    },
    ["runs as Role (action role)"],
    { beside: role },
  ],
  [
    "AWS::Lambda::EventSourceMapping",
    { FunctionName: { Ref: "Run" }, EventSourceArn: arn },
    ["runs as Role (role of its function)"],
    {
      beside: {
        ...role,
        Run: { Type: "AWS::Lambda::Function", Properties: { Role: { "Fn::GetAtt": ["Role", "Arn"] } } },
      },
    },
  ],
  [
    "AWS::KinesisFirehose::DeliveryStream",
    {
      ExtendedS3DestinationConfiguration: {
        BucketARN: "arn:aws:s3:::b",
        RoleARN: { "Fn::GetAtt": ["Role", "Arn"] },
        ProcessingConfiguration: {
          Processors: [
            {
              Type: "Lambda",
              Parameters: [
                { ParameterName: "LambdaArn", ParameterValue: arn },
                { ParameterName: "RoleArn", ParameterValue: { "Fn::GetAtt": ["Role", "Arn"] } },
              ],
            },
          ],
        },
      },
    },
    ["runs as Role (delivery role)", "runs as Role (processor role)"],
    { beside: role },
  ],
  // CloudFormation does not export images to a bucket.
  ["AWS::ImageBuilder::DistributionConfiguration", { Name: "d", Distributions: [{ Region: "eu-west-1" }] }, []],
  [
    "AWS::Lambda::Url",
    { AuthType: "NONE", TargetFunctionArn: { "Fn::GetAtt": ["Run", "Arn"] } },
    ["function-url, open: yes (authorization_type NONE)", "runs Run"],
    { beside: { Run: { Type: "AWS::Lambda::Function", Properties: { Role: someone } } } },
  ],
];
