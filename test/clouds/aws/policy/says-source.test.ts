import { expect, test } from "vitest";
import { saysSource } from "#clouds/aws/policy/says-source.ts";
import type { OpenStatement } from "#model/semantics.ts";
import type { Text } from "#model/text.ts";
import type { Hole } from "#model/value.ts";
import { at } from "./support.ts";

const hole: Hole = { reason: "computed-at-apply", refs: [], unset: false };

function allowing(patterns: readonly Text[], match: "only" | "all-except" = "only"): OpenStatement {
  return {
    id: "0",
    effect: { known: true, value: "allow", predicted: false },
    actions: { match, patterns },
    conditions: [],
    at,
  };
}

const docs = "https://docs.aws.amazon.com/";
const subscribing = "sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html";
const permission = "lambda/latest/api/API_AddPermission.html";

/** What a service is allowed in the policy of a resource, and the page that tells how to ask it for whom it acts. */
const resources: readonly (readonly [service: string, actions: readonly Text[], page: string | undefined])[] = [
  ["sns.amazonaws.com", [["sqs:SendMessage"]], subscribing],
  ["SNS.amazonaws.com", [["SQS:*"]], subscribing],
  ["sns.amazonaws.com", [["lambda:InvokeFunction"]], permission],
  ["sns.amazonaws.com", [["kms:Decrypt"], ["sqs:", hole]], subscribing],
  ["sns.amazonaws.com", [["*"]], permission],
  ["sns.amazonaws.com", [["kms:Decrypt"]], undefined],
  [
    "logs.eu-west-1.amazonaws.com",
    [["lambda:InvokeFunction"]],
    "AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
  ],
  ["logs.eu-west-1.amazonaws.com", [["kms:GenerateDataKey*"]], undefined],
  ["ec2.amazonaws.com", [["*"]], undefined],
];

test.each(resources)("%s, allowed %j of a resource: %s", (service, actions, page) => {
  const expected = page === undefined ? { holds: "no" } : { holds: "yes", documentation: docs + page };
  expect(saysSource([service], allowing(actions), "resource")).toEqual({ ...expected, waits: [] });
});

test("a service that is allowed all but a few actions tells it to one that it uses", () => {
  const statement = allowing([["sqs:DeleteQueue"]], "all-except");
  expect(saysSource(["sns.amazonaws.com"], statement, "resource")).toMatchObject({ holds: "yes" });
});

test("nobody knows it while the action is not known, or the service", () => {
  const unknown = { holds: "unknown", waits: [hole] };
  expect(saysSource(["sns.amazonaws.com"], allowing([[hole]]), "resource")).toEqual(unknown);
  expect(saysSource([hole, ".amazonaws.com"], allowing([["sqs:SendMessage"]]), "resource")).toEqual(unknown);
});

test("of a role it is the service alone that counts", () => {
  const assume = allowing([["sts:AssumeRole"]]);
  const documentation = `${docs}iot/latest/developerguide/cross-service-confused-deputy-prevention.html`;
  expect(saysSource(["iot.amazonaws.com"], assume, "identity")).toEqual({ holds: "yes", waits: [], documentation });
  expect(saysSource(["ec2.amazonaws.com"], assume, "identity")).toEqual({ holds: "no", waits: [] });
});
