import type { Random } from "../plans/random.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A resource of a program: what it sets, what the provider answers, and what its properties wait for. */
export interface Made {
  readonly token: string;
  readonly name: string;
  readonly inputs: Json;
  readonly outputs: Json;
  /** Logical names of resources of the same service, by properties. */
  readonly waits: Readonly<Record<string, readonly string[]>>;
}

const account = "111122223333";
const actions = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage", "dynamodb:Query", "kms:Decrypt", "s3:List*"];

/** What stands for a value that is not known before the deployment. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A service: a function with its role and what that may do, a bucket, a queue, and what says nothing of access. */
export function serviceResources(service: string, random: Random): readonly Made[] {
  const tags = { env: "prod", owner: `team-${random.below(40)}` };
  return [
    ...roleWithPolicies(service, tags, random),
    ...bucketWithPolicy(service, tags),
    functionOf(service, tags, random),
    made("aws:sqs/queue:Queue", `${service}-jobs`, { visibilityTimeoutSeconds: 30 + random.below(300), tags }),
    made("aws:cloudwatch/logGroup:LogGroup", `${service}-log`, { retentionInDays: 30, tags }),
    ...random.list(4 + random.below(6), (i) => alarm(`${service}-alarm-${i}`, random)),
  ];
}

function roleWithPolicies(service: string, tags: Json, random: Random): readonly Made[] {
  const role = `${service}-role`;
  const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
  const basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
  return [
    made("aws:iam/role:Role", role, { assumeRolePolicy: document([trust]), maxSessionDuration: 3600, path: "/", tags }),
    made(
      "aws:iam/rolePolicy:RolePolicy",
      `${service}-access`,
      { policy: document(random.list(random.count(4), () => statement(service, random))), role },
      { policy: [`${service}-data`], role: [role] },
    ),
    made(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      `${service}-basic`,
      { policyArn: basic, role },
      { role: [role] },
    ),
  ];
}

function bucketWithPolicy(service: string, tags: Json): readonly Made[] {
  const bucket = `${service}-data`;
  const insecure = { Bool: { "aws:SecureTransport": "false" } };
  const denied = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `arn:aws:s3:::${bucket}/*` };
  const policy = document([{ ...denied, Condition: insecure }]);
  return [
    made("aws:s3/bucket:Bucket", bucket, { bucket, forceDestroy: false, tags }),
    made("aws:s3/bucketPolicy:BucketPolicy", `${bucket}-policy`, { bucket, policy }, { bucket: [bucket] }),
  ];
}

function functionOf(service: string, tags: Json, random: Random): Made {
  const role = `arn:aws:iam::${account}:role/${service}-role`;
  const variables = { TABLE: `${service}-table`, STAGE: "prod" };
  const code = { handler: "index.handler", runtime: "nodejs22.x", sourceCodeHash: random.hex(44) };
  const inputs = { ...code, environment: { variables }, memorySize: 128, role, timeout: 3, tags };
  return made("aws:lambda/function:Function", `${service}-api`, inputs, { role: [`${service}-role`] });
}

function alarm(name: string, random: Random): Made {
  const comparisonOperator = "GreaterThanThreshold";
  const numbers = { evaluationPeriods: 1 + random.below(5), period: 60, threshold: random.below(100) };
  const metric = { metricName: "Errors", namespace: "AWS/Lambda", statistic: "Sum" };
  return made("aws:cloudwatch/metricAlarm:MetricAlarm", name, { comparisonOperator, ...numbers, ...metric });
}

function statement(service: string, random: Random): Json {
  const used = random.list(random.count(3), () => random.pick(actions));
  const bucket = `arn:aws:s3:::${service}-data`;
  return { Effect: "Allow", Action: used, Resource: [bucket, `${bucket}/*`] };
}

function made(token: string, name: string, set: Json, waits: Made["waits"] = {}): Made {
  const [, module = "", kind = ""] = /^aws:(\w+)\/(\w+):/.exec(token) ?? [];
  const inputs = { __defaults: ["name", "region"], ...set, name, ...("tags" in set && { tagsAll: set.tags }) };
  const arn = `arn:aws:${module}:${module === "iam" ? "" : "eu-west-1"}:${account}:${kind}/${name}`;
  const outputs = { __pulumi_raw_state_delta: { obj: {} }, ...inputs, arn, id: name };
  return { token, name, inputs, outputs, waits };
}

function document(Statement: readonly Json[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
