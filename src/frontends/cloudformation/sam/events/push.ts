import { arn, attribute, idIn, isMissing, ref, variable } from "../language.ts";
import { deadLettersOf } from "./dead-letters.ts";
import { type Event, type Expand, made, permission } from "./event.ts";

/** A rule of EventBridge, or a schedule, that invokes the function. */
export const rule: Expand = (event) => {
  const source = attribute(event.id, "Arn");
  const dead = deadLettersOf(event, source);
  const target = { Arn: event.target.arn, ...(dead !== undefined && { DeadLetterConfig: { Arn: dead.arn } }) };
  return {
    parts: [
      made(event, event.id, "AWS::Events::Rule", { Name: event.properties.Name, Targets: [target] }),
      ...(dead?.made ?? []),
      permission(event, "events.amazonaws.com", { SourceArn: source }),
    ],
  };
};

/** The bucket itself is not named: it could not be made before what it notifies. */
export const bucket: Expand = (event) => ({
  parts: [permission(event, "s3.amazonaws.com", { SourceAccount: ref("AWS::AccountId") })],
});

export const alexa: Expand = (event) => ({
  parts: [permission(event, "alexa-appkit.amazon.com", given({ EventSourceToken: event.properties.SkillId }))],
});

export const iotRule: Expand = (event) => ({
  parts: [
    permission(event, "iot.amazonaws.com", {
      SourceArn: arn("iot", `rule/${variable("RuleName")}`, { RuleName: ref(event.id) }),
      SourceAccount: ref("AWS::AccountId"),
    }),
    made(event, event.id, "AWS::IoT::TopicRule", {}),
  ],
});

export const logs: Expand = (event) => ({
  parts: [
    permission(event, "logs.amazonaws.com", {
      SourceArn: arn("logs", `log-group:${variable("Name")}:*`, { Name: event.properties.LogGroupName }),
    }),
  ],
});

export const userPool: Expand = (event) => {
  const pool = idIn(event.properties.UserPool);
  const source = pool === undefined ? {} : { SourceArn: attribute(pool, "Arn") };
  return { parts: [permission(event, "cognito-idp.amazonaws.com", source, { prefix: `${event.target.id}Cognito` })] };
};

/** What of some properties is set. */
function given(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => !isMissing(value)));
}

export function topicPermission(event: Event): ReturnType<Expand> {
  return { parts: [permission(event, "sns.amazonaws.com", { SourceArn: event.properties.Topic })] };
}
