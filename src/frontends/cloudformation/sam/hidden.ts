import { isRecord } from "#model/json-tree.ts";
import { callIn } from "../calls.ts";
import { isNothing } from "./language.ts";
import { type Part, type Serverless, type Steps, unread } from "./parts.ts";

/** What SAM looks into: a function in its place hides what would be made of it. Paths of properties; `*` stands for each member. */
const looked: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "AWS::Serverless::Api",
    ["Auth", "Auth.ResourcePolicy", "Auth.Authorizers", "Auth.Authorizers.*", "Auth.UsagePlan", "Domain"],
  ],
  [
    "AWS::Serverless::Function",
    [
      "DeadLetterQueue",
      "EventInvokeConfig",
      "EventInvokeConfig.DestinationConfig",
      "EventInvokeConfig.DestinationConfig.*",
      "Events.*.Properties",
      "Events.*.Properties.Auth",
      "Events.*.Properties.DeadLetterConfig",
      "Events.*.Properties.SqsSubscription",
    ],
  ],
  ["AWS::Serverless::GraphQLApi", ["ApiKeys", "Auth", "DataSources.*.*", "Logging"]],
  ["AWS::Serverless::HttpApi", ["Auth", "Auth.Authorizers", "Auth.Authorizers.*"]],
  ["AWS::Serverless::StateMachine", ["Events.*.Properties", "Events.*.Properties.DeadLetterConfig"]],
  ["AWS::Serverless::WebSocketApi", ["Auth", "Routes.*"]],
]);

/** The parts of a resource that SAM would have to look into, and cannot. */
export function hiddenIn({ type, properties, steps }: Serverless): readonly Part[] {
  const paths = looked.get(type) ?? [];
  const found = paths.flatMap((path) => placesOf(properties, path.split("."), [...steps, "Properties"]));
  return found.map((at) => unread(`what a function makes of ${at.at(-1)}`, at));
}

function placesOf(value: unknown, [key, ...rest]: readonly string[], steps: Steps): readonly Steps[] {
  const isHidden = callIn(value) !== undefined && !isNothing(value);
  if (key === undefined) return isHidden ? [steps] : [];
  if (!isRecord(value) || isHidden) return [];
  const keys = key === "*" ? Object.keys(value) : Object.keys(value).filter((one) => one === key);
  return keys.flatMap((one) => placesOf(value[one], rest, [...steps, one]));
}
