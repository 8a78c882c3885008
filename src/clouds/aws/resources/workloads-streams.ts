import { workloads } from "./workload.ts";

/** Streams, media and things. */
export default workloads([
  {
    terraform: "aws_chimesdkmediapipelines_media_insights_pipeline_configuration",
    name: "name",
    roles: {
      resource_access_role_arn: "resource access role",
      "elements.amazon_transcribe_call_analytics_processor_configuration.post_call_analytics_settings.data_access_role_arn":
        "analytics role",
    },
  },
  { terraform: "aws_elastictranscoder_pipeline", name: "name", roles: { role: "pipeline role" }, untaggable: true },
  {
    terraform: "aws_iot_ca_certificate",
    cloudformation: "AWS::IoT::CACertificate",
    name: "id",
    roles: { "registration_config.role_arn": "registration role" },
  },
  {
    terraform: "aws_iot_logging_options",
    cloudformation: "AWS::IoT::Logging",
    name: "id",
    roles: { role_arn: "logging role" },
    untaggable: true,
  },
  {
    terraform: "aws_iot_provisioning_template",
    cloudformation: "AWS::IoT::ProvisioningTemplate",
    name: "name",
    roles: { provisioning_role_arn: "provisioning role" },
    inCloudFormation: { name: "TemplateName" },
  },
  {
    terraform: "aws_iot_topic_rule_destination",
    cloudformation: "AWS::IoT::TopicRuleDestination",
    name: "id",
    roles: { "vpc_configuration.role_arn": "network role" },
    inCloudFormation: { "vpc_configuration.role_arn": "VpcProperties.RoleArn" },
    untaggable: true,
  },
  {
    terraform: "aws_kinesis_analytics_application",
    cloudformation: "AWS::KinesisAnalytics::Application",
    name: "name",
    roles: {
      "cloudwatch_logging_options.role_arn": "logging role",
      "inputs.kinesis_firehose.role_arn": "input role",
      "inputs.kinesis_stream.role_arn": "input role",
      "inputs.processing_configuration.lambda.role_arn": "processing role",
      "outputs.kinesis_firehose.role_arn": "output role",
      "outputs.kinesis_stream.role_arn": "output role",
      "outputs.lambda.role_arn": "output role",
      "reference_data_sources.s3.role_arn": "reference data role",
    },
    inCloudFormation: {
      "inputs.kinesis_firehose.role_arn": "Inputs.KinesisFirehoseInput.RoleARN",
      "inputs.kinesis_stream.role_arn": "Inputs.KinesisStreamsInput.RoleARN",
      "inputs.processing_configuration.lambda.role_arn":
        "Inputs.InputProcessingConfiguration.InputLambdaProcessor.RoleARN",
      name: "ApplicationName",
    },
    computes: true,
  },
  {
    terraform: "aws_kinesisanalyticsv2_application",
    cloudformation: "AWS::KinesisAnalyticsV2::Application",
    name: "name",
    roles: { service_execution_role: "execution role" },
    inCloudFormation: { name: "ApplicationName" },
    computes: true,
  },
  {
    terraform: "aws_medialive_channel",
    cloudformation: "AWS::MediaLive::Channel",
    name: "name",
    roles: { role_arn: "channel role" },
  },
  {
    terraform: "aws_medialive_input",
    cloudformation: "AWS::MediaLive::Input",
    name: "name",
    roles: { role_arn: "input role" },
  },
  {
    terraform: "aws_msk_replicator",
    cloudformation: "AWS::MSK::Replicator",
    name: "replicator_name",
    roles: { service_execution_role_arn: "execution role" },
  },
  {
    terraform: "aws_mskconnect_connector",
    cloudformation: "AWS::KafkaConnect::Connector",
    name: "name",
    roles: { service_execution_role_arn: "execution role" },
    inCloudFormation: { name: "ConnectorName" },
    computes: true,
  },
]);
