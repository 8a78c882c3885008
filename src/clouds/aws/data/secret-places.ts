/**
 * What stands at a place: `secret` a secret and nothing else; `stored` what a store of secrets keeps, which authors often fill by hand later; `names` a map from names to
 * values; `pairs` blocks with a name and a value; `value` a single value that is meant to be seen; `text` anything, such as a script; `base64` the same, encoded; `containers` definitions of containers as JSON.
 */
export type PlaceKind = "secret" | "stored" | "names" | "pairs" | "value" | "text" | "base64" | "containers";

export interface SecretPlace {
  /** Dotted, through every element of lists and blocks on the way. */
  readonly path: string;
  readonly kind: PlaceKind;
  /** For people: `password`, `environment variable`. */
  readonly what: string;
}

type Row = readonly [type: string, path: string, kind: PlaceKind, what: string];

const password = "password";
const variable = "environment variable";

/** By reading the documentation of the AWS provider, 6.25.0. Arguments that are only written (`password_wo`) never reach a plan. https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
const rows: readonly Row[] = [
  ["aws_acm_certificate", "private_key", "secret", "private key"],
  ["aws_amplify_app", "access_token", "secret", "access token"],
  ["aws_amplify_app", "oauth_token", "secret", "OAuth token"],
  ["aws_amplify_app", "environment_variables", "names", variable],
  ["aws_amplify_branch", "environment_variables", "names", variable],
  ["aws_api_gateway_api_key", "value", "secret", "API key"],
  [
    "aws_apprunner_service",
    "source_configuration.code_repository.code_configuration.code_configuration_values.runtime_environment_variables",
    "names",
    variable,
  ],
  [
    "aws_apprunner_service",
    "source_configuration.image_repository.image_configuration.runtime_environment_variables",
    "names",
    variable,
  ],
  ["aws_batch_job_definition", "container_properties", "containers", variable],
  ["aws_cloudformation_stack", "parameters", "names", "parameter"],
  ["aws_cloudwatch_event_connection", "auth_parameters.api_key.value", "secret", "API key"],
  ["aws_cloudwatch_event_connection", "auth_parameters.basic.password", "secret", password],
  [
    "aws_cloudwatch_event_connection",
    "auth_parameters.oauth.client_parameters.client_secret",
    "secret",
    "client secret",
  ],
  ["aws_codebuild_project", "environment.environment_variable", "pairs", variable],
  ["aws_codebuild_source_credential", "token", "secret", "token"],
  ["aws_codepipeline", "stage.action.configuration", "names", "setting"],
  ["aws_codepipeline_webhook", "authentication_configuration.secret_token", "secret", "token"],
  ["aws_cognito_identity_provider", "provider_details", "names", "setting"],
  ["aws_cognito_user", "password", "secret", password],
  ["aws_datasync_location_object_storage", "secret_key", "secret", "secret key"],
  ["aws_datasync_location_smb", "password", "secret", password],
  ["aws_db_instance", "password", "secret", password],
  ["aws_directory_service_directory", "password", "secret", password],
  ["aws_dms_endpoint", "password", "secret", password],
  ["aws_docdb_cluster", "master_password", "secret", password],
  ["aws_ecs_task_definition", "container_definitions", "containers", variable],
  ["aws_elastic_beanstalk_environment", "setting", "pairs", "setting"],
  ["aws_elasticache_replication_group", "auth_token", "secret", "token"],
  ["aws_elasticache_user", "passwords", "secret", password],
  [
    "aws_elasticsearch_domain",
    "advanced_security_options.master_user_options.master_user_password",
    "secret",
    password,
  ],
  ["aws_fsx_windows_file_system", "self_managed_active_directory.password", "secret", password],
  ["aws_glue_connection", "connection_properties", "names", "property"],
  ["aws_glue_job", "default_arguments", "names", "argument"],
  ["aws_iam_server_certificate", "private_key", "secret", "private key"],
  ["aws_instance", "user_data", "text", "user data"],
  ["aws_instance", "user_data_base64", "base64", "user data"],
  ["aws_kinesis_firehose_delivery_stream", "http_endpoint_configuration.access_key", "secret", "access key"],
  ["aws_kinesis_firehose_delivery_stream", "redshift_configuration.password", "secret", password],
  ["aws_kinesis_firehose_delivery_stream", "splunk_configuration.hec_token", "secret", "token"],
  ["aws_lambda_function", "environment.variables", "names", variable],
  ["aws_launch_configuration", "user_data", "text", "user data"],
  ["aws_launch_configuration", "user_data_base64", "base64", "user data"],
  ["aws_launch_template", "user_data", "base64", "user data"],
  ["aws_lightsail_database", "master_password", "secret", password],
  ["aws_lightsail_instance", "user_data", "text", "user data"],
  ["aws_memorydb_user", "authentication_mode.passwords", "secret", password],
  ["aws_mq_broker", "user.password", "secret", password],
  ["aws_mwaa_environment", "airflow_configuration_options", "names", "option"],
  ["aws_opensearch_domain", "advanced_security_options.master_user_options.master_user_password", "secret", password],
  ["aws_quicksight_data_source", "credentials.credential_pair.password", "secret", password],
  ["aws_rds_cluster", "master_password", "secret", password],
  ["aws_redshift_cluster", "master_password", "secret", password],
  ["aws_redshiftserverless_namespace", "admin_user_password", "secret", password],
  ["aws_secretsmanager_secret_version", "secret_string", "stored", "secret"],
  ["aws_sns_platform_application", "platform_credential", "secret", "credential"],
  ["aws_spot_instance_request", "user_data", "text", "user data"],
  ["aws_ssm_parameter", "value", "stored", "parameter"],
  ["aws_ssm_parameter", "insecure_value", "stored", "parameter"],
  ["aws_storagegateway_gateway", "smb_guest_password", "secret", password],
  ["aws_vpn_connection", "tunnel1_preshared_key", "secret", "pre-shared key"],
  ["aws_vpn_connection", "tunnel2_preshared_key", "secret", "pre-shared key"],
];

/** The places of each type where secrets belong, or end up. */
export const secretPlaces: ReadonlyMap<string, readonly SecretPlace[]> = new Map(
  [...Map.groupBy(rows, ([type]) => type)].map(([type, group]) => [
    type,
    group.map(([, path, kind, what]) => ({ path, kind, what })),
  ]),
);
