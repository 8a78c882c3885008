import { workloads } from "./workload.ts";

/** APIs. */
export default workloads([
  {
    terraform: "aws_api_gateway_account",
    cloudformation: "AWS::ApiGateway::Account",
    name: "id",
    roles: { cloudwatch_role_arn: "logging role" },
    inCloudFormation: { cloudwatch_role_arn: "CloudWatchRoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_api_gateway_authorizer",
    cloudformation: "AWS::ApiGateway::Authorizer",
    name: "name",
    roles: { authorizer_credentials: "authorizer role" },
    untaggable: true,
  },
  {
    terraform: "aws_api_gateway_integration",
    name: "id",
    roles: { credentials: "integration role" },
    untaggable: true,
  },
  {
    terraform: "aws_api_gateway_method",
    cloudformation: "AWS::ApiGateway::Method",
    onlyInCloudFormation: { "Integration.Credentials": "integration role" },
    untaggable: true,
  },
  {
    terraform: "aws_apigatewayv2_api",
    cloudformation: "AWS::ApiGatewayV2::Api",
    name: "name",
    roles: { credentials_arn: "integration role" },
  },
  {
    terraform: "aws_apigatewayv2_authorizer",
    cloudformation: "AWS::ApiGatewayV2::Authorizer",
    name: "name",
    roles: { authorizer_credentials_arn: "authorizer role" },
    untaggable: true,
  },
  {
    terraform: "aws_apigatewayv2_integration",
    cloudformation: "AWS::ApiGatewayV2::Integration",
    name: "id",
    roles: { credentials_arn: "integration role" },
    untaggable: true,
  },
  {
    terraform: "aws_appsync_api",
    cloudformation: "AWS::AppSync::Api",
    name: "name",
    roles: { "event_config.log_config.cloudwatch_logs_role_arn": "logging role" },
    inCloudFormation: {
      "event_config.log_config.cloudwatch_logs_role_arn": "EventConfig.LogConfig.CloudWatchLogsRoleArn",
    },
  },
  {
    terraform: "aws_appsync_datasource",
    cloudformation: "AWS::AppSync::DataSource",
    name: "name",
    roles: { service_role_arn: "data source role" },
    untaggable: true,
  },
  {
    terraform: "aws_appsync_graphql_api",
    cloudformation: "AWS::AppSync::GraphQLApi",
    name: "name",
    roles: { merged_api_execution_role_arn: "merged API role", "log_config.cloudwatch_logs_role_arn": "logging role" },
    inCloudFormation: { "log_config.cloudwatch_logs_role_arn": "LogConfig.CloudWatchLogsRoleArn" },
  },
]);
