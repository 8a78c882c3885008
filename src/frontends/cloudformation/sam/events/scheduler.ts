import { attribute, isMissing } from "../language.ts";
import type { Json } from "../parts.ts";
import { allow, inline, trustIn } from "../roles.ts";
import { deadLettersOf } from "./dead-letters.ts";
import { sentTo } from "./destinations.ts";
import { type Event, type Expand, type Expansion, made } from "./event.ts";

/** A schedule of EventBridge Scheduler, which takes on a role. */
export const functionSchedule: Expand = (event) =>
  schedule(event, inline(`${event.id}LambdaPolicy`, allow("lambda:InvokeFunction", event.target.arn)));

export const stateMachineSchedule: Expand = (event) =>
  schedule(event, inline(`${event.id}StartExecutionPolicy`, allow("states:StartExecution", event.target.arn)));

function schedule(event: Event, policy: Json): Expansion {
  const { properties, target } = event;
  const dead = deadLettersOf(event, undefined);
  const toQueue = dead === undefined ? undefined : sentTo("SQS", dead.arn, event.id);
  const { RoleArn: given, PermissionsBoundary: boundary } = properties;
  const roleId = `${event.id}Role`;
  const role = made(event, roleId, "AWS::IAM::Role", {
    AssumeRolePolicyDocument: trustIn("scheduler.amazonaws.com"),
    Policies: toQueue === undefined ? [policy] : [policy, toQueue],
    ...(!isMissing(boundary) && { PermissionsBoundary: boundary }),
  });
  const named = isMissing(given) ? attribute(roleId, "Arn") : given;
  const scheduled = made(event, event.id, "AWS::Scheduler::Schedule", {
    Name: properties.Name ?? event.id,
    GroupName: properties.GroupName,
    Target: { Arn: target.arn, RoleArn: named, ...(dead !== undefined && { DeadLetterConfig: { Arn: dead.arn } }) },
  });
  return { parts: [scheduled, ...(dead?.made ?? []), ...(isMissing(given) ? [role] : [])] };
}
