import type { Random } from "./random.ts";

export const account = "111122223333";
const partner = "444455556666";
export const region = "eu-central-1";

/** Actions as policies list them, by service, and the kind of thing they are about. */
const services: readonly (readonly [service: string, thing: string, actions: readonly string[]])[] = [
  ["s3", "", ["GetObject", "PutObject", "ListBucket", "DeleteObject", "GetBucketPolicy", "GetObjectVersion"]],
  ["dynamodb", "table/", ["GetItem", "PutItem", "Query", "BatchGetItem", "UpdateItem", "DescribeTable"]],
  ["sqs", "", ["SendMessage", "ReceiveMessage", "DeleteMessage", "GetQueueAttributes"]],
  ["kms", "key/", ["Decrypt", "Encrypt", "GenerateDataKey", "DescribeKey"]],
  ["logs", "log-group:", ["CreateLogStream", "PutLogEvents", "DescribeLogStreams"]],
  ["lambda", "function:", ["InvokeFunction", "GetFunction"]],
  ["secretsmanager", "secret:", ["GetSecretValue", "DescribeSecret"]],
  ["ssm", "parameter/", ["GetParameter", "GetParameters", "GetParametersByPath"]],
  ["iam", "role/", ["PassRole", "GetRole"]],
  ["ecr", "repository/", ["BatchGetImage", "GetDownloadUrlForLayer"]],
];

/** The policy of an identity, in the spelling of `jsonencode`: keys sorted, no spaces. */
export function identityPolicy(random: Random, mean: number, service: string): string {
  return document(random.list(random.count(mean), () => statement(random, service)));
}

/** The policy of a resource: a few principals, rarely everybody. */
export function resourcePolicy(random: Random, service: string, resource: string): string {
  return document(
    random.list(random.count(2), () => ({
      ...statement(random, service),
      Principal: random.chance(0.02) ? "*" : { AWS: `arn:aws:iam::${otherAccount(random)}:role/${service}-exec` },
      Resource: resource,
    })),
  );
}

/** Who may assume a role: mostly a service, sometimes another account or a pipeline. */
export function trustPolicy(random: Random, service: string): string {
  const kind = random.below(10);
  if (kind < 7) return document([assume({ Service: `${random.pick(["lambda", "ec2", "ecs-tasks"])}.amazonaws.com` })]);
  if (kind < 9) return document([assume({ AWS: `arn:aws:iam::${otherAccount(random)}:root` })]);
  const provider = "token.actions.githubusercontent.com";
  const condition = { StringLike: { [`${provider}:sub`]: `repo:example/${service}:ref:refs/heads/main` } };
  const federated = { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` };
  return document([{ ...assume(federated), Action: "sts:AssumeRoleWithWebIdentity", Condition: condition }]);
}

function statement(random: Random, about: string): Record<string, unknown> {
  const [service, thing, actions] = random.pick(services);
  const arn = (end: string) => `arn:aws:${service}:${service === "s3" ? "::" : `${region}:${account}:`}${thing}${end}`;
  return {
    Action: random.chance(0.08)
      ? `${service}:*`
      : random.list(random.count(3), () => `${service}:${random.pick(actions)}`),
    ...(random.chance(0.25) && { Condition: { StringEquals: { "aws:RequestedRegion": region } } }),
    Effect: random.chance(0.07) ? "Deny" : "Allow",
    Resource: random.chance(0.1) ? "*" : random.list(random.count(2), (i) => arn(`${about}-${random.hex(4)}-${i}`)),
    Sid: `Stmt${random.hex(8)}`,
  };
}

function assume(principal: unknown): Record<string, unknown> {
  return { Action: "sts:AssumeRole", Effect: "Allow", Principal: principal };
}

function otherAccount(random: Random): string {
  return random.chance(0.1) ? partner : account;
}

function document(statements: readonly unknown[]): string {
  return JSON.stringify({ Statement: statements, Version: "2012-10-17" });
}
