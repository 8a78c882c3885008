import { workloads } from "./workload.ts";

/** What a rule may do, in Terraform's and in CloudFormation's words. */
const actions = {
  cloudwatch_alarm: "CloudwatchAlarm",
  cloudwatch_logs: "CloudwatchLogs",
  cloudwatch_metric: "CloudwatchMetric",
  dynamodb: "DynamoDB",
  dynamodbv2: "DynamoDBv2",
  elasticsearch: "Elasticsearch",
  firehose: "Firehose",
  iot_analytics: "IotAnalytics",
  iot_events: "IotEvents",
  kinesis: "Kinesis",
  republish: "Republish",
  s3: "S3",
  sns: "Sns",
  sqs: "Sqs",
  step_functions: "StepFunctions",
  timestream: "Timestream",
};

/** What CloudFormation's rules may do beside these. */
const onlyThere = ["Http.Auth.Sigv4", "InfluxDB", "IotSiteWise", "Location", "OpenSearch"].flatMap((name) => [
  [`TopicRulePayload.Actions.${name}.RoleArn`, "action role"] as const,
  [`TopicRulePayload.ErrorAction.${name}.RoleArn`, "error action role"] as const,
]);

/** Each of them as an action, and as what is done after an error. */
const paths = Object.entries(actions).flatMap(([action, name]) => [
  [`${action}.role_arn`, `TopicRulePayload.Actions.${name}.RoleArn`, "action role"] as const,
  [`error_action.${action}.role_arn`, `TopicRulePayload.ErrorAction.${name}.RoleArn`, "error action role"] as const,
]);

/** Rules over messages of things. */
export default workloads([
  {
    terraform: "aws_iot_topic_rule",
    cloudformation: "AWS::IoT::TopicRule",
    name: "name",
    roles: Object.fromEntries(paths.map(([path, , use]) => [path, use])),
    onlyInCloudFormation: Object.fromEntries(onlyThere),
    inCloudFormation: { name: "RuleName", ...Object.fromEntries(paths.map(([path, name]) => [path, name])) },
  },
]);
