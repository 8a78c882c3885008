import { workloads } from "./workload.ts";

const delivery = "delivery role";
const backup = "backup role";
const network = "network role";
const secrets = "secrets role";

/** The destinations and sources of a stream: CloudFormation's name of each, and what the roles inside of it are for. */
const blocks: Readonly<Record<string, readonly [cloudformation: string, roles: Readonly<Record<string, string>>]>> = {
  elasticsearch_configuration: [
    "ElasticsearchDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup, "vpc_config.role_arn": network },
  ],
  extended_s3_configuration: [
    "ExtendedS3DestinationConfiguration",
    {
      role_arn: delivery,
      "data_format_conversion_configuration.schema_configuration.role_arn": "schema role",
      "s3_backup_configuration.role_arn": backup,
    },
  ],
  http_endpoint_configuration: [
    "HttpEndpointDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup, "secrets_manager_configuration.role_arn": secrets },
  ],
  iceberg_configuration: [
    "IcebergDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup },
  ],
  kinesis_source_configuration: ["KinesisStreamSourceConfiguration", { role_arn: "source role" }],
  msk_source_configuration: ["MSKSourceConfiguration", { "authentication_configuration.role_arn": "source role" }],
  opensearch_configuration: [
    "AmazonopensearchserviceDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup, "vpc_config.role_arn": network },
  ],
  opensearchserverless_configuration: [
    "AmazonOpenSearchServerlessDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup, "vpc_config.role_arn": network },
  ],
  redshift_configuration: [
    "RedshiftDestinationConfiguration",
    {
      role_arn: delivery,
      "s3_configuration.role_arn": backup,
      "s3_backup_configuration.role_arn": backup,
      "secrets_manager_configuration.role_arn": secrets,
    },
  ],
  snowflake_configuration: [
    "SnowflakeDestinationConfiguration",
    { role_arn: delivery, "s3_configuration.role_arn": backup, "secrets_manager_configuration.role_arn": secrets },
  ],
  splunk_configuration: [
    "SplunkDestinationConfiguration",
    { "s3_configuration.role_arn": backup, "secrets_manager_configuration.role_arn": secrets },
  ],
};

/** The names of the blocks inside. */
const inner: Readonly<Record<string, string>> = {
  role_arn: "RoleARN",
  s3_configuration: "S3Configuration",
  s3_backup_configuration: "S3BackupConfiguration",
  vpc_config: "VpcConfiguration",
  secrets_manager_configuration: "SecretsManagerConfiguration",
  data_format_conversion_configuration: "DataFormatConversionConfiguration",
  schema_configuration: "SchemaConfiguration",
  authentication_configuration: "AuthenticationConfiguration",
};

const paths = Object.entries(blocks).flatMap(([block, [cloudformation, roles]]) =>
  Object.entries(roles).map(([path, use]) => ({
    path: `${block}.${path}`,
    inCloudFormation: [cloudformation, ...path.split(".").map((step) => inner[step])].join("."),
    use,
  })),
);

/** What a processor on the way is given, in Terraform's and in CloudFormation's words. https://docs.aws.amazon.com/firehose/latest/APIReference/API_ProcessorParameter.html */
const processors = [
  { at: "*.processing_configuration.processors.parameters", key: "parameter_name", value: "parameter_value" },
  { at: "*.ProcessingConfiguration.Processors.Parameters", key: "ParameterName", value: "ParameterValue" },
].map((pairs) => ({ ...pairs, roles: { RoleArn: "processor role" } }));

/** Delivery streams, which may hand a role to each end. */
export default workloads([
  {
    terraform: "aws_kinesis_firehose_delivery_stream",
    cloudformation: "AWS::KinesisFirehose::DeliveryStream",
    name: "name",
    onlyInCloudFormation: {
      "DatabaseSourceConfiguration.DatabaseSourceAuthenticationConfiguration.SecretsManagerConfiguration.RoleARN":
        "secrets role",
      "S3DestinationConfiguration.RoleARN": "delivery role",
    },
    roles: Object.fromEntries(paths.map((one) => [one.path, one.use])),
    pairs: processors,
    inCloudFormation: {
      name: "DeliveryStreamName",
      ...Object.fromEntries(paths.map((one) => [one.path, one.inCloudFormation])),
    },
  },
]);
