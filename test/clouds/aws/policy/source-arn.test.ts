import { expect, test } from "vitest";
import { type Source, sourceOf } from "#clouds/aws/policy/source-arn.ts";
import type { Text } from "#model/text.ts";
import type { Hole } from "#model/value.ts";

function reference(expression: string, target: string, attribute: string): Hole {
  const ref = { expression, targets: [target], attribute, certainty: "exact" } as const;
  return { reason: "computed-at-apply", refs: [ref], unset: false };
}

const topic = reference("aws_sns_topic.orders.arn", "aws_sns_topic.orders", "arn");
const bucket = reference("module.a.aws_s3_bucket.b.arn", "module.a.aws_s3_bucket.b", "arn");
const account = reference("data.aws_caller_identity.me.account_id", "data.aws_caller_identity.me", "account_id");
const name = reference("aws_sns_topic.orders.name", "aws_sns_topic.orders", "name");
const parameter = reference("data.aws_ssm_parameter.p.value", "data.aws_ssm_parameter.p", "value");

/** A value of `aws:SourceArn`, and what it fixes. */
const values: readonly (readonly [value: Text, source: Source])[] = [
  [["arn:aws:sns:eu-west-1:111122223333:orders"], "account"],
  [["arn:aws:sns:*:111122223333:*"], "account"],
  [["arn:aws:sns:eu-west-1:*:orders"], "open"],
  [["arn:aws:s3:::shop-uploads"], "name"],
  [["arn:aws:s3:*:*:shop-uploads"], "name"],
  [["arn:aws:s3:::*"], "open"],
  [["arn:aws:s3:*:*:*"], "open"],
  [["*"], "open"],
  [["orders"], "open"],
  [["arn:aws:sns:eu-west-1:$" + "{aws:PrincipalAccount}:orders"], "open"],
  [[topic], "account"],
  [[topic, "/*"], "account"],
  [[bucket], "name"],
  [["arn:aws:sns:eu-west-1:111122223333:", name], "account"],
  [["arn:aws:sns:eu-west-1:", account, ":orders"], "account"],
  [["arn:aws:sns:eu-west-1:", parameter, ":orders"], "unknown"],
  [[parameter], "unknown"],
  [[{ ...topic, predicted: "arn:aws:sns:eu-west-1:111122223333:orders" }], "account"],
];

test.each(values)("%j fixes %s", (value, source) => {
  expect(sourceOf(value)).toBe(source);
});
