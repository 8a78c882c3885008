import type { PlaceKind, SecretPlace } from "./secret-places.ts";

type Row = readonly [type: string, path: string, kind: PlaceKind, what: string];

const password = "password";
const variable = "environment variable";

/** The same places in CloudFormation's words. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
const rows: readonly Row[] = [
  ["AmazonMQ::Broker", "Users.Password", "secret", password],
  ["Amplify::App", "AccessToken", "secret", "access token"],
  ["Amplify::App", "OauthToken", "secret", "OAuth token"],
  ["Amplify::App", "BasicAuthConfig.Password", "secret", password],
  ["Amplify::App", "EnvironmentVariables", "pairs", variable],
  ["Amplify::Branch", "BasicAuthConfig.Password", "secret", password],
  ["Amplify::Branch", "EnvironmentVariables", "pairs", variable],
  ["ApiGateway::ApiKey", "Value", "secret", "API key"],
  [
    "AppRunner::Service",
    "SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables",
    "pairs",
    variable,
  ],
  [
    "AppRunner::Service",
    "SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables",
    "pairs",
    variable,
  ],
  ["AutoScaling::LaunchConfiguration", "UserData", "text", "user data"],
  ["Batch::JobDefinition", "ContainerProperties.Environment", "pairs", variable],
  ["CloudFormation::Stack", "Parameters", "names", "parameter"],
  ["CodeBuild::Project", "Environment.EnvironmentVariables", "pairs", variable],
  ["CodeBuild::SourceCredential", "Token", "secret", "token"],
  ["CodePipeline::Pipeline", "Stages.Actions.Configuration", "names", "setting"],
  ["CodePipeline::Webhook", "AuthenticationConfiguration.SecretToken", "secret", "token"],
  ["Cognito::UserPoolIdentityProvider", "ProviderDetails", "names", "setting"],
  ["DMS::Endpoint", "Password", "secret", password],
  ["DataSync::LocationObjectStorage", "SecretKey", "secret", "secret key"],
  ["DataSync::LocationSMB", "Password", "secret", password],
  ["DirectoryService::MicrosoftAD", "Password", "secret", password],
  ["DirectoryService::SimpleAD", "Password", "secret", password],
  ["DocDB::DBCluster", "MasterUserPassword", "secret", password],
  ["EC2::Instance", "UserData", "text", "user data"],
  ["EC2::LaunchTemplate", "LaunchTemplateData.UserData", "text", "user data"],
  ["EC2::VPNConnection", "VpnTunnelOptionsSpecifications.PreSharedKey", "secret", "pre-shared key"],
  ["ECS::TaskDefinition", "ContainerDefinitions.Environment", "pairs", variable],
  ["ElastiCache::ReplicationGroup", "AuthToken", "secret", "token"],
  ["ElastiCache::User", "Passwords", "secret", password],
  ["Elasticsearch::Domain", "AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword", "secret", password],
  ["Events::Connection", "AuthParameters.ApiKeyAuthParameters.ApiKeyValue", "secret", "API key"],
  ["Events::Connection", "AuthParameters.BasicAuthParameters.Password", "secret", password],
  ["Events::Connection", "AuthParameters.OAuthParameters.ClientParameters.ClientSecret", "secret", "client secret"],
  ["FSx::FileSystem", "WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.Password", "secret", password],
  ["Glue::Connection", "ConnectionInput.ConnectionProperties", "names", "property"],
  ["Glue::Job", "DefaultArguments", "names", "argument"],
  ["IAM::ServerCertificate", "PrivateKey", "secret", "private key"],
  ["IAM::User", "LoginProfile.Password", "secret", password],
  [
    "KinesisFirehose::DeliveryStream",
    "HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey",
    "secret",
    "access key",
  ],
  ["KinesisFirehose::DeliveryStream", "RedshiftDestinationConfiguration.Password", "secret", password],
  ["KinesisFirehose::DeliveryStream", "SplunkDestinationConfiguration.HECToken", "secret", "token"],
  ["Lambda::Function", "Environment.Variables", "names", variable],
  ["Lightsail::Database", "MasterUserPassword", "secret", password],
  ["Lightsail::Instance", "UserData", "text", "user data"],
  ["MWAA::Environment", "AirflowConfigurationOptions", "names", "option"],
  ["MemoryDB::User", "AuthenticationMode.Passwords", "secret", password],
  ["OpenSearchService::Domain", "AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword", "secret", password],
  ["QuickSight::DataSource", "Credentials.CredentialPair.Password", "secret", password],
  ["RDS::DBCluster", "MasterUserPassword", "secret", password],
  ["RDS::DBInstance", "MasterUserPassword", "secret", password],
  ["Redshift::Cluster", "MasterUserPassword", "secret", password],
  ["RedshiftServerless::Namespace", "AdminUserPassword", "secret", password],
  // No template makes a parameter that is encrypted.
  ["SSM::Parameter", "Value", "value", "parameter"],
  ["SecretsManager::Secret", "SecretString", "stored", "secret"],
];

/** The places of each type of CloudFormation where secrets belong, or end up. */
export const secretPlacesInTemplates: ReadonlyMap<string, readonly SecretPlace[]> = new Map(
  [...Map.groupBy(rows, ([type]) => type)].map(([type, group]) => [
    `AWS::${type}`,
    group.map(([, path, kind, what]) => ({ path, kind, what })),
  ]),
);
