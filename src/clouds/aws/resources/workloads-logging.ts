import { workloads } from "./workload.ts";

/** Logs and measurements. */
export default workloads([
  {
    terraform: "aws_cloudfront_realtime_log_config",
    cloudformation: "AWS::CloudFront::RealtimeLogConfig",
    name: "name",
    roles: { "endpoint.kinesis_stream_config.role_arn": "delivery role" },
    inCloudFormation: { "endpoint.kinesis_stream_config.role_arn": "EndPoints.KinesisStreamConfig.RoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_cloudtrail",
    cloudformation: "AWS::CloudTrail::Trail",
    name: "name",
    roles: { cloud_watch_logs_role_arn: "logging role" },
    inCloudFormation: { name: "TrailName" },
  },
  {
    terraform: "aws_cloudwatch_log_destination",
    cloudformation: "AWS::Logs::Destination",
    name: "name",
    roles: { role_arn: "delivery role" },
    inCloudFormation: { name: "DestinationName" },
  },
  {
    terraform: "aws_cloudwatch_log_subscription_filter",
    cloudformation: "AWS::Logs::SubscriptionFilter",
    name: "name",
    roles: { role_arn: "delivery role" },
    inCloudFormation: { name: "FilterName" },
    untaggable: true,
  },
  {
    terraform: "aws_cloudwatch_metric_stream",
    cloudformation: "AWS::CloudWatch::MetricStream",
    name: "name",
    roles: { role_arn: "delivery role" },
  },
  {
    terraform: "aws_flow_log",
    cloudformation: "AWS::EC2::FlowLog",
    name: "id",
    roles: { iam_role_arn: "delivery role", deliver_cross_account_role: "cross-account role" },
    inCloudFormation: { iam_role_arn: "DeliverLogsPermissionArn" },
  },
  {
    terraform: "aws_rum_app_monitor",
    cloudformation: "AWS::RUM::AppMonitor",
    name: "name",
    onlyInCloudFormation: { "AppMonitorConfiguration.MetricDestinations.IamRoleArn": "delivery role" },
    roles: { "app_monitor_configuration.guest_role_arn": "guest role" },
  },
  {
    terraform: "aws_rum_metrics_destination",
    name: "app_monitor_name",
    roles: { iam_role_arn: "delivery role" },
    untaggable: true,
  },
  {
    terraform: "aws_securitylake_custom_log_source",
    name: "source_name",
    roles: { "configuration.crawler_configuration.role_arn": "crawler role" },
    untaggable: true,
  },
  {
    terraform: "aws_securitylake_data_lake",
    cloudformation: "AWS::SecurityLake::DataLake",
    name: "id",
    roles: {
      meta_store_manager_role_arn: "metadata role",
      "configuration.replication_configuration.role_arn": "replication role",
    },
    inCloudFormation: { "configuration.replication_configuration.role_arn": "ReplicationConfiguration.RoleArn" },
  },
  {
    terraform: "aws_securitylake_subscriber_notification",
    cloudformation: "AWS::SecurityLake::SubscriberNotification",
    name: "id",
    roles: { "configuration.https_notification_configuration.target_role_arn": "delivery role" },
    inCloudFormation: {
      "configuration.https_notification_configuration.target_role_arn":
        "NotificationConfiguration.HttpsNotificationConfiguration.TargetRoleArn",
    },
    untaggable: true,
  },
]);
