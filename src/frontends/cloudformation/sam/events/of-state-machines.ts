import { attribute, isMissing } from "../language.ts";
import { type Around, type Made, type Steps, unread } from "../parts.ts";
import { allow, inline, trustIn } from "../roles.ts";
import { deadLettersOf } from "./dead-letters.ts";
import { type Event, type Expand, type Expansion, made, type Target } from "./event.ts";
import { eventsIn } from "./of-functions.ts";
import { stateMachineSchedule } from "./scheduler.ts";

/** The role that a service takes on to start the state machine. */
function starter(event: Event, service: string): Made {
  const id = `${event.id}Role`;
  return made(event, id, "AWS::IAM::Role", {
    AssumeRolePolicyDocument: trustIn(service),
    Policies: [inline(`${id}StartExecutionPolicy`, allow("states:StartExecution", event.target.arn))],
    ...(!isMissing(event.boundary) && { PermissionsBoundary: event.boundary }),
  });
}

const rule: Expand = (event) => {
  const { RoleArn: given, Name: name } = event.properties;
  const dead = deadLettersOf(event, attribute(event.id, "Arn"));
  const role = isMissing(given) ? starter(event, "events.amazonaws.com") : undefined;
  const target = {
    Arn: event.target.arn,
    RoleArn: role === undefined ? given : attribute(role.id, "Arn"),
    ...(dead !== undefined && { DeadLetterConfig: { Arn: dead.arn } }),
  };
  const resource = made(event, event.id, "AWS::Events::Rule", { Name: name, Targets: [target] });
  return { parts: [resource, ...(role === undefined ? [] : [role]), ...(dead?.made ?? [])] };
};

const api: Expand = (event) => ({ parts: [starter(event, "apigateway.amazonaws.com")] });

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventsource.html */
const kinds: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ["Api", api],
  ["CloudWatchEvent", rule],
  ["EventBridgeRule", rule],
  ["Schedule", rule],
  ["ScheduleV2", stateMachineSchedule],
]);

/** What the events of a state machine become. */
export function stateMachineEvents(
  events: unknown,
  target: Target,
  { id, steps, boundary }: { readonly id: string; readonly steps: Steps; readonly boundary: unknown },
  around: Around,
): readonly Expansion[] {
  const { read, others } = eventsIn(events, target, id, steps, boundary);
  const expanded = read.map((event) => {
    const expand = kinds.get(event.type);
    return expand?.(event, around) ?? { parts: [unread(`an event of type ${event.type}`, event.steps)] };
  });
  return [{ parts: others }, ...expanded];
}
