import { recordAt } from "../../json/shape.ts";
import { aliasOf } from "./aliases.ts";
import { deploymentsOf } from "./deployments.ts";
import { destinationsOf } from "./destinations.ts";
import type { Target } from "./events/event.ts";
import { functionEvents } from "./events/of-functions.ts";
import { functionUrl } from "./function-urls.ts";
import { attribute, isMissing, ref, textIn } from "./language.ts";
import { managedPolicy } from "./managed-policies.ts";
import { type Around, type Json, made, type Part, type Serverless } from "./parts.ts";
import { policiesIn } from "./policies.ts";
import { roleFor } from "./role-of-function.ts";
import { allow, distinct, inline, trustIn } from "./roles.ts";
import { propagated, tagsOf } from "./tags.ts";

/** What the function has besides its own properties: they become other resources. */
const expanded = new Set(
  "AssumeRolePolicyDocument AutoPublishAlias Connectors DeploymentPreference EventInvokeConfig Events FunctionUrlConfig \
PermissionsBoundary Policies PropagateTags RolePath Tracing".split(" "),
);

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
export function functionParts(source: Serverless, around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const alias = aliasOf(source, around);
  const target: Target = {
    id: alias?.id ?? id,
    name: ref(alias?.id ?? id),
    arn: alias === undefined ? attribute(id, "Arn") : ref(alias.id),
    condition: source.condition,
  };
  const destinations = destinationsOf(source);
  const events = functionEvents(properties.Events, target, id, [...steps, "Properties"], around);
  const role = roleFor(source, roleProperties(source, around, [...destinations.inline], events));
  const tags = tagsOf(properties.Tags, { "lambda:createdBy": "SAM" });
  const own = Object.fromEntries(Object.entries(properties).filter(([key]) => !expanded.has(key)));
  return propagated(source, [
    made(source, id, "AWS::Lambda::Function", { ...own, Tags: tags, Role: role.arn }, steps),
    ...(alias === undefined ? [] : [alias]),
    ...functionUrl(source, target),
    ...destinations.parts,
    ...role.parts,
    ...policiesIn(properties.Policies, `${id}Role`, [...steps, "Properties", "Policies"]).unread,
    ...events.flatMap(({ parts }) => parts),
    ...deploymentsOf(source, around),
  ]);
}

/** What events need, beside what the author writes down. */
interface Needs {
  readonly managed?: readonly unknown[];
  readonly inline?: readonly Json[];
}

function roleProperties(source: Serverless, around: Around, sent: readonly Json[], events: readonly Needs[]): Json {
  const { id, properties, steps } = source;
  const written = policiesIn(properties.Policies, `${id}Role`, [...steps, "Properties", "Policies"]);
  const ofEvents = distinct(
    events.flatMap(({ inline = [] }) => inline),
    ({ PolicyDocument }) => PolicyDocument,
  );
  const managed = [...basics(properties, around), ...written.managed, ...events.flatMap((one) => one.managed ?? [])];
  return {
    AssumeRolePolicyDocument: properties.AssumeRolePolicyDocument ?? trustIn("lambda.amazonaws.com"),
    ManagedPolicyArns: distinct(managed),
    Policies: [...deadLetters(properties), ...sent, ...written.inline, ...ofEvents],
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
