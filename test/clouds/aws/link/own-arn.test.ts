import { expect, it } from "vitest";
import { ownArn } from "#clouds/aws/link/own-arn.ts";
import type { Text } from "#model/text.ts";
import { type Hole, hole } from "#model/value.ts";

const waiting = (expression: string): Hole =>
  hole("deploy-time-parameter", [{ expression, targets: [expression], certainty: "exact" }]);
const account = waiting("AWS::AccountId");
const region = waiting("AWS::Region");
const partition: Hole = { ...waiting("AWS::Partition"), predicted: "aws" };
const parameter = waiting("Name");

const rows: readonly (readonly [text: Text, arn: string | undefined])[] = [
  [["arn:aws:iam::", account, ":role/x/app"], "arn:aws:iam:::role/x/app"],
  [["arn:", partition, ":lambda:", region, ":", account, ":function:run"], "arn:aws:lambda:::function:run"],
  [["arn:aws:sqs:eu-west-1:", account, ":orders"], "arn:aws:sqs:eu-west-1::orders"],
  // The number may be a part of a name, and then nobody knows the name.
  [["arn:aws:s3:::logs-", account], undefined],
  [["arn:aws:iam::1", account, ":role/app"], undefined],
  [["arn:aws:iam::", account, ":role/", parameter], undefined],
  [["arn:aws:iam::", parameter, ":role/app"], undefined],
  [["role/", account], undefined],
  [[account], undefined],
];

it.each(rows)("%j", (text, arn) => {
  expect(ownArn(text)).toBe(arn);
});
