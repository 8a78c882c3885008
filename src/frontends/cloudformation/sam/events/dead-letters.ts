import { recordAt, textAt } from "../../../json/shape.ts";
import { attribute, ref } from "../language.ts";
import type { Made } from "../parts.ts";
import { allow, document } from "../roles.ts";
import { type Event, made } from "./event.ts";

/** Where events go that could not be delivered, and the queue for them where none is named. */
export interface DeadLetters {
  readonly arn: unknown;
  readonly made: readonly Made[];
}

/** @param ruleArn The rule that may send to the queue; undefined where a role may. */
export function deadLettersOf(event: Event, ruleArn: unknown): DeadLetters | undefined {
  const config = recordAt(event.properties, "DeadLetterConfig");
  if (config === undefined) return undefined;
  if (config.Arn !== undefined) return { arn: config.Arn, made: [] };
  const id = textAt(config, "QueueLogicalId") ?? `${event.id}Queue`;
  const arn = attribute(id, "Arn");
  const queue = made(event, id, "AWS::SQS::Queue", {});
  return { arn, made: ruleArn === undefined ? [queue] : [queue, queuePolicy(event, id, ruleArn)] };
}

function queuePolicy(event: Event, queue: string, ruleArn: unknown): Made {
  const statement = {
    ...allow("sqs:SendMessage", attribute(queue, "Arn")),
    Principal: { Service: "events.amazonaws.com" },
    Condition: { ArnEquals: { "aws:SourceArn": ruleArn } },
  };
  return made(event, `${event.id}QueuePolicy`, "AWS::SQS::QueuePolicy", {
    PolicyDocument: document([statement]),
    Queues: [ref(queue)],
  });
}
