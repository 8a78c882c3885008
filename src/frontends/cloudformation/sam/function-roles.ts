import { recordAt } from "../../json/shape.ts";
import { isMissing, textIn } from "./language.ts";
import { managedPolicy } from "./managed-policies.ts";
import type { Around, Json, Serverless } from "./parts.ts";
import type { Policies } from "./policies.ts";
import { allow, distinct, inline, trustIn } from "./roles.ts";
import { tagsOf } from "./tags.ts";

/** What events and destinations need. */
interface Needs {
  readonly managed?: readonly unknown[];
  readonly inline?: readonly Json[];
}

/** The role that is made for a function: what it needs by itself, what is written down, and what its events need. */
export function propertiesOfRole(
  { properties }: Serverless,
  around: Around,
  written: Policies,
  needs: readonly Needs[],
): Json {
  const inner = distinct(
    needs.flatMap((one) => one.inline ?? []),
    ({ PolicyDocument }) => PolicyDocument,
  );
  const managed = [...basics(properties, around), ...written.managed, ...needs.flatMap((one) => one.managed ?? [])];
  return {
    AssumeRolePolicyDocument: properties.AssumeRolePolicyDocument ?? trustIn("lambda.amazonaws.com"),
    ManagedPolicyArns: distinct(managed),
    Policies: [...deadLetters(properties), ...written.inline, ...inner],
    Path: properties.RolePath,
    PermissionsBoundary: properties.PermissionsBoundary,
    Tags: tagsOf(properties.Tags, { "lambda:createdBy": "SAM" }),
  };
}

/** What every function needs, and what tracing and a network take. */
function basics(properties: Json, { template, partition }: Around): readonly Json[] {
  const { DurableConfig: durable, Tracing: tracing, VpcConfig: network } = properties;
  const isTraced = !isMissing(tracing) && textIn(tracing, template) !== "Disabled";
  return [
    managedPolicy(isMissing(durable) ? "AWSLambdaBasicExecutionRole" : "AWSLambdaBasicDurableExecutionRolePolicy"),
    ...(isTraced ? [tracingPolicy(partition)] : []),
    ...(isMissing(network) ? [] : [managedPolicy("AWSLambdaVPCAccessExecutionRole")]),
  ];
}

/** The policy had another name once, which SAM keeps where it already was. */
export function tracingPolicy(partition: string): Json {
  return managedPolicy(partition === "aws" ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess");
}

function deadLetters(properties: Json): readonly Json[] {
  const { Type: type, TargetArn: arn } = recordAt(properties, "DeadLetterQueue") ?? {};
  if (type !== "SQS" && type !== "SNS") return [];
  return [inline("DeadLetterQueuePolicy", allow(type === "SQS" ? "sqs:SendMessage" : "sns:Publish", arn))];
}
