import { workloads } from "./workload.ts";

/** Messages and mails. */
export default workloads([
  {
    terraform: "aws_pinpoint_email_channel",
    cloudformation: "AWS::Pinpoint::EmailChannel",
    name: "id",
    roles: { role_arn: "event role", orchestration_sending_role_arn: "sending role" },
    untaggable: true,
  },
  {
    terraform: "aws_pinpoint_event_stream",
    cloudformation: "AWS::Pinpoint::EventStream",
    name: "id",
    roles: { role_arn: "delivery role" },
    untaggable: true,
  },
  {
    terraform: "aws_pinpointsmsvoicev2_phone_number",
    cloudformation: "AWS::SMSVOICE::PhoneNumber",
    name: "id",
    roles: { two_way_channel_role: "channel role" },
    inCloudFormation: { two_way_channel_role: "TwoWay.ChannelRole" },
  },
  {
    terraform: "aws_ses_event_destination",
    name: "name",
    roles: { "kinesis_destination.role_arn": "delivery role" },
    untaggable: true,
  },
  {
    terraform: "aws_ses_receipt_rule",
    cloudformation: "AWS::SES::ReceiptRule",
    name: "name",
    onlyInCloudFormation: { "Rule.Actions.ConnectAction.IAMRoleARN": "contact role" },
    roles: { "s3_action.iam_role_arn": "delivery role" },
    inCloudFormation: { "s3_action.iam_role_arn": "Rule.Actions.S3Action.IamRoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_sesv2_configuration_set_event_destination",
    cloudformation: "AWS::SES::ConfigurationSetEventDestination",
    name: "event_destination_name",
    roles: { "event_destination.kinesis_firehose_destination.iam_role_arn": "delivery role" },
    inCloudFormation: {
      "event_destination.kinesis_firehose_destination.iam_role_arn":
        "EventDestination.KinesisFirehoseDestination.IAMRoleARN",
    },
    untaggable: true,
  },
  {
    terraform: "aws_sns_platform_application",
    name: "name",
    roles: { failure_feedback_role_arn: "delivery logging role", success_feedback_role_arn: "delivery logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_sns_sms_preferences",
    name: "id",
    roles: { delivery_status_iam_role_arn: "delivery logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_sns_topic_subscription",
    cloudformation: "AWS::SNS::Subscription",
    name: "id",
    roles: { subscription_role_arn: "delivery role" },
    untaggable: true,
  },
  {
    terraform: "aws_sns_topic",
    cloudformation: "AWS::SNS::Topic",
    name: "name",
    onlyInCloudFormation: {
      "DeliveryStatusLogging.FailureFeedbackRoleArn": "delivery logging role",
      "DeliveryStatusLogging.SuccessFeedbackRoleArn": "delivery logging role",
    },
    roles: {
      application_failure_feedback_role_arn: "delivery logging role",
      application_success_feedback_role_arn: "delivery logging role",
      firehose_failure_feedback_role_arn: "delivery logging role",
      firehose_success_feedback_role_arn: "delivery logging role",
      http_failure_feedback_role_arn: "delivery logging role",
      http_success_feedback_role_arn: "delivery logging role",
      lambda_failure_feedback_role_arn: "delivery logging role",
      lambda_success_feedback_role_arn: "delivery logging role",
      sqs_failure_feedback_role_arn: "delivery logging role",
      sqs_success_feedback_role_arn: "delivery logging role",
    },
    inCloudFormation: { name: "TopicName" },
  },
]);
