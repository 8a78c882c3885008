/**
 * Services that say for which resource or account they act (`aws:SourceArn`, `aws:SourceAccount`), each with the page of AWS that tells to ask for it.
 * A service that is not listed may not be able to, and is not asked.
 */

const docs = "https://docs.aws.amazon.com/";

/** In the trust policy of a role that the service assumes. By service principal, without `.amazonaws.com`. */
export const assumingServices: ReadonlyMap<string, string> = new Map(
  Object.entries({
    airflow: "mwaa/latest/userguide/cross-service-confused-deputy-prevention.html",
    "airflow-env": "mwaa/latest/userguide/cross-service-confused-deputy-prevention.html",
    appstream: "appstream2/latest/developerguide/cross-service-confused-deputy-prevention.html",
    batch: "batch/latest/userguide/cross-service-confused-deputy-prevention.html",
    bedrock: "bedrock/latest/userguide/agents-permission.html",
    codebuild: "codebuild/latest/userguide/cross-service-confused-deputy-prevention.html",
    codepipeline: "codepipeline/latest/userguide/cross-service-confused-deputy-prevention.html",
    datasync: "datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
    dms: "dms/latest/userguide/cross-service-confused-deputy-prevention.html",
    "ecs-tasks": "AmazonECS/latest/developerguide/task-iam-roles.html",
    fis: "resilience-hub/latest/userguide/next-gen-resilience-testing-iam-single-account.html",
    personalize: "personalize/latest/dg/cross-service-confused-deputy-prevention.html",
    rds: "AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    rolesanywhere: "rolesanywhere/latest/userguide/trust-model.html",
    sagemaker: "sagemaker/latest/dg/security-confused-deputy-prevention.html",
    scheduler: "scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    ssm: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
    states: "step-functions/latest/dg/procedure-create-iam-role.html",
    transfer: "transfer/latest/userguide/confused-deputy.html",
  }).map(([service, page]) => [service, docs + page]),
);

const lambda = "lambda/latest/dg/permissions-function-services.html";

/** In the policy of a resource that the service acts on: a bucket, a queue, a topic, a key, a function. */
export const callingServices: ReadonlyMap<string, string> = new Map(
  Object.entries({
    apigateway: lambda,
    appstream: "appstream2/latest/developerguide/cross-service-confused-deputy-prevention.html",
    backup: "aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html",
    bedrock: lambda,
    budgets: "cost-management/latest/userguide/cross-service-confused-deputy-prevention.html",
    cloudtrail: "awscloudtrail/latest/userguide/cross-service-confused-deputy-prevention.html",
    "cognito-idp": lambda,
    config: "config/latest/developerguide/cross-service-confused-deputy-prevention.html",
    "delivery.logs": "AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
    elasticloadbalancing: lambda,
    events: lambda,
    iot: "iot/latest/developerguide/cross-service-confused-deputy-prevention.html",
    logs: lambda,
    s3: "AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
    secretsmanager: lambda,
    ses: "ses/latest/dg/receiving-email-permissions.html",
    sns: lambda,
    ssm: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
  }).map(([service, page]) => [service, docs + page]),
);
