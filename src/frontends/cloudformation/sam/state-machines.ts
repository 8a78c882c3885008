import { recordAt } from "../../json/shape.ts";
import type { Target } from "./events/event.ts";
import { stateMachineEvents } from "./events/of-state-machines.ts";
import { tracingPolicy } from "./function-roles.ts";
import { attribute, isMissing, isTrue, ref, textIn } from "./language.ts";
import { type Around, type Json, type Made, made, type Part, type Serverless } from "./parts.ts";
import { type Policies, policiesIn } from "./policies.ts";
import { distinct, trustIn } from "./roles.ts";
import { propagated, tagsOf } from "./tags.ts";

/** What has another name in the resource that SAM makes. */
const names: ReadonlyMap<string, string> = new Map([
  ["Logging", "LoggingConfiguration"],
  ["Name", "StateMachineName"],
  ["Tracing", "TracingConfiguration"],
  ["Type", "StateMachineType"],
]);

const expanded = new Set(
  "AutoPublishAlias Connectors DeploymentPreference Events PermissionsBoundary Policies PropagateTags RolePath Role \
UseAliasAsEventTarget".split(" "),
);

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export function stateMachineParts(source: Serverless, around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const { Role: given, Policies: policies, Events: events, PermissionsBoundary: boundary } = properties;
  const own = Object.entries(properties).flatMap(([key, value]) =>
    expanded.has(key) ? [] : [[names.get(key) ?? key, value] as const],
  );
  const alias = aliasOf(source, around);
  const at = [...steps, "Properties"];
  const written = policiesIn(policies, `${id}Role`, [...at, "Policies"]);
  const roleProperties = roleOf(source, around, written);
  const role = isMissing(given) ? [made(source, `${id}Role`, "AWS::IAM::Role", roleProperties, steps)] : [];
  const machine = {
    ...Object.fromEntries(own),
    RoleArn: isMissing(given) ? attribute(`${id}Role`, "Arn") : given,
    Tags: tagsOf(properties.Tags, { "stateMachine:createdBy": "SAM" }),
  };
  return propagated(source, [
    made(source, id, "AWS::StepFunctions::StateMachine", machine, steps),
    ...role,
    ...written.parts,
    ...(alias === undefined ? [] : [alias]),
    ...stateMachineEvents(events, targetOf(source, alias), { id, steps: at, boundary }, around).flatMap(
      ({ parts }) => parts,
    ),
  ]);
}

function roleOf({ properties }: Serverless, { partition }: Around, { managed, inline }: Policies): Json {
  const isTraced = isTrue(recordAt(properties, "Tracing")?.Enabled);
  return {
    AssumeRolePolicyDocument: trustIn("states.amazonaws.com"),
    ManagedPolicyArns: distinct([...managed, ...(isTraced ? [tracingPolicy(partition)] : [])]),
    Policies: inline,
    Path: properties.RolePath,
    PermissionsBoundary: properties.PermissionsBoundary,
    Tags: tagsOf(properties.Tags, { "stateMachine:createdBy": "SAM" }),
  };
}

function aliasOf(source: Serverless, { template }: Around): Made | undefined {
  const { AutoPublishAlias: written } = source.properties;
  const name = isMissing(written) ? undefined : textIn(written, template);
  const properties = { Name: name };
  return name === undefined
    ? undefined
    : made(source, `${source.id}Alias${name}`, "AWS::StepFunctions::StateMachineAlias", properties, source.steps);
}

function targetOf({ id, properties, condition }: Serverless, alias: Made | undefined): Target {
  const started = ref(isTrue(properties.UseAliasAsEventTarget) ? (alias?.id ?? id) : id);
  return { id, name: started, arn: started, condition };
}
