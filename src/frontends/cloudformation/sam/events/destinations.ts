import type { Json } from "../parts.ts";
import { allow, inline } from "../roles.ts";

/** What a role needs to send to a destination, by its type, and what the policy's name ends with. */
const destinations: ReadonlyMap<string, readonly [ending: string, action: string]> = new Map([
  ["SQS", ["SQSPolicy", "sqs:SendMessage"]],
  ["SNS", ["SNSPolicy", "sns:publish"]],
  ["EventBridge", ["EventBridgePolicy", "events:PutEvents"]],
  ["Lambda", ["LambdaPolicy", "lambda:InvokeFunction"]],
]);

/** The policy of a role that sends to a destination; undefined where SAM makes none. */
export function sentTo(type: string, destination: unknown, prefix: string): Json | undefined {
  if (type === "S3" || type === "S3Bucket") return sentToBucket(destination, prefix);
  const known = destinations.get(type);
  if (known === undefined) return undefined;
  const [ending, action] = known;
  return inline(`${prefix}${ending}`, allow(action, destination));
}

function sentToBucket(bucket: unknown, prefix: string): Json {
  const objects = { "Fn::Join": ["/", [bucket, "*"]] };
  return inline(`${prefix}S3Policy`, allow("s3:PutObject", objects), allow("s3:ListBucket", bucket));
}
