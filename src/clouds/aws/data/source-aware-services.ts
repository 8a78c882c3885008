/**
 * Services that say for which resource or account they act (`aws:SourceArn`, `aws:SourceAccount`), each with the page of AWS that shows the keys in such a
 * policy. What is not listed may not be able to, and is not asked: CloudWatch Logs, for one, tells a key the log group by the encryption context alone.
 */

const docs = "https://docs.aws.amazon.com/";

/** In the trust policy of a role that the service assumes. By service principal, without `.amazonaws.com`. */
export const assumingServices: ReadonlyMap<string, string> = pages({
  airflow: "mwaa/latest/userguide/cross-service-confused-deputy-prevention.html",
  "airflow-env": "mwaa/latest/userguide/cross-service-confused-deputy-prevention.html",
  appstream: "appstream2/latest/developerguide/confused-deputy.html",
  batch: "batch/latest/userguide/cross-service-confused-deputy-prevention.html",
  bedrock: "bedrock/latest/userguide/agents-permissions.html",
  budgets: "cost-management/latest/userguide/cross-service-confused-deputy-prevention.html",
  codebuild: "codebuild/latest/userguide/cross-service-confused-deputy-prevention.html",
  datasync: "datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
  dms: "dms/latest/userguide/cross-service-confused-deputy-prevention.html",
  "ecs-tasks": "AmazonECS/latest/developerguide/task-iam-roles.html",
  fis: "fis/latest/userguide/getting-started-iam-service-role.html",
  iot: "iot/latest/developerguide/cross-service-confused-deputy-prevention.html",
  personalize: "personalize/latest/dg/cross-service-confused-deputy-prevention.html",
  rds: "AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  rolesanywhere: "rolesanywhere/latest/userguide/trust-model.html",
  sagemaker: "sagemaker/latest/dg/security-confused-deputy-prevention.html",
  scheduler: "scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  ssm: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
  states: "step-functions/latest/dg/procedure-create-iam-role.html",
  transfer: "transfer/latest/userguide/confused-deputy.html",
});

/** In the policy of a resource that the service uses: by service principal, and by the prefix of the actions that it is allowed. */
export const callingServices: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    apigateway: { lambda: "lambda/latest/dg/services-apigateway.html" },
    appstream: { s3: "appstream2/latest/developerguide/example-s3-bucket.html" },
    backup: { sns: "aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html" },
    bedrock: { lambda: "bedrock/latest/userguide/agents-permissions.html" },
    budgets: { sns: "cost-management/latest/userguide/budgets-sns-policy.html" },
    cloudtrail: {
      s3: "awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
      sns: "awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html",
      kms: "awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html",
    },
    "cognito-idp": {
      lambda: "cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html",
    },
    config: {
      s3: "config/latest/developerguide/s3-bucket-policy.html",
      sns: "config/latest/developerguide/sns-topic-policy.html",
      kms: "config/latest/developerguide/s3-kms-key-policy.html",
    },
    "delivery.logs": {
      s3: "AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
      logs: "AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
    },
    elasticloadbalancing: { lambda: "elasticloadbalancing/latest/application/lambda-functions.html" },
    events: {
      lambda: "eventbridge/latest/userguide/eb-use-resource-based.html",
      sns: "eventbridge/latest/userguide/eb-use-resource-based.html",
      sqs: "eventbridge/latest/userguide/eb-use-resource-based.html",
      "execute-api": "eventbridge/latest/userguide/eb-use-resource-based.html",
    },
    iot: { lambda: "iot/latest/developerguide/lambda-rule-action.html" },
    logs: { lambda: "AmazonCloudWatch/latest/logs/SubscriptionFilters.html" },
    s3: {
      lambda: "lambda/latest/api/API_AddPermission.html",
      s3: "AmazonS3/latest/userguide/example-bucket-policies.html",
      sns: "AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
      sqs: "AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
    },
    secretsmanager: {
      lambda: "secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html",
    },
    ses: {
      s3: "ses/latest/dg/receiving-email-permissions.html",
      lambda: "ses/latest/dg/receiving-email-permissions.html",
      sns: "ses/latest/dg/receiving-email-permissions.html",
    },
    sns: {
      lambda: "lambda/latest/api/API_AddPermission.html",
      sqs: "sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html",
    },
    ssm: { kms: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html" },
  }).map(([service, used]) => [service, pages(used)]),
);

function pages(byName: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(byName).map(([name, page]) => [name, docs + page]));
}
