import { workloads } from "./workload.ts";

/** Users of an application. */
export default workloads([
  {
    terraform: "aws_cognito_identity_pool",
    cloudformation: "AWS::Cognito::IdentityPool",
    name: "identity_pool_name",
    onlyInCloudFormation: { "CognitoStreams.RoleArn": "stream role", "PushSync.RoleArn": "push role" },
  },
  {
    terraform: "aws_cognito_managed_user_pool_client",
    name: "name",
    roles: { "analytics_configuration.role_arn": "analytics role" },
    untaggable: true,
  },
  {
    terraform: "aws_cognito_user_group",
    cloudformation: "AWS::Cognito::UserPoolGroup",
    name: "name",
    roles: { role_arn: "role of its members" },
    inCloudFormation: { name: "GroupName" },
    untaggable: true,
  },
  {
    terraform: "aws_cognito_user_pool_client",
    cloudformation: "AWS::Cognito::UserPoolClient",
    name: "name",
    roles: { "analytics_configuration.role_arn": "analytics role" },
    inCloudFormation: { name: "ClientName" },
    untaggable: true,
  },
  {
    cloudformation: "AWS::Cognito::UserPoolRegionalConfigurationAttachment",
    roles: { "SmsConfiguration.SnsCallerArn": "message role" },
    untaggable: true,
  },
  {
    terraform: "aws_cognito_user_pool",
    cloudformation: "AWS::Cognito::UserPool",
    name: "name",
    roles: { "sms_configuration.sns_caller_arn": "message role" },
    inCloudFormation: { name: "UserPoolName" },
  },
]);
