import { isRecord } from "#model/json-tree.ts";
import { attribute, isMissing, isTrue, ref } from "../language.ts";
import { managedPolicy } from "../managed-policies.ts";
import { allow, document } from "../roles.ts";
import { type Event, type Expand, type Expansion, made } from "./event.ts";
import { topicPermission } from "./push.ts";

/** A topic invokes the function, or fills a queue that the function reads: one that is made for it, or another one. */
export const topic: Expand = (event) => {
  const { SqsSubscription: subscription } = event.properties;
  if (isRecord(subscription) && !isMissing(subscription)) {
    const { QueueArn: queueArn, QueueUrl: url, QueuePolicyLogicalId: id } = subscription;
    return through(event, queueArn, url, typeof id === "string" ? id : `${event.id}QueuePolicy`);
  }
  if (!isTrue(subscription)) return topicPermission(event);
  const queue = `${event.id}Queue`;
  const { parts, ...policies } = through(event, attribute(queue, "Arn"), ref(queue), `${event.id}QueuePolicy`);
  return { parts: [made(event, queue, "AWS::SQS::Queue", {}), ...parts], ...policies };
};

function through(event: Event, queueArn: unknown, url: unknown, policyId: string): Expansion {
  const statement = {
    ...allow("sqs:SendMessage", queueArn),
    Principal: "*",
    Condition: { ArnEquals: { "aws:SourceArn": event.properties.Topic } },
  };
  return {
    parts: [
      made(event, `${event.id}EventSourceMapping`, "AWS::Lambda::EventSourceMapping", {
        EventSourceArn: queueArn,
        FunctionName: event.target.name,
      }),
      made(event, policyId, "AWS::SQS::QueuePolicy", { PolicyDocument: document([statement]), Queues: [url] }),
    ],
    managed: [managedPolicy("AWSLambdaSQSQueueExecutionRole")],
  };
}
