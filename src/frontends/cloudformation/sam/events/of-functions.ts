import { isRecord } from "#model/json-tree.ts";
import { type Around, type Steps, unread } from "../parts.ts";
import { api, httpApi, isDefaultRoute } from "./api.ts";
import type { Event, Expand, Expansion, Target } from "./event.ts";
import { pullOf } from "./pull.ts";
import { alexa, bucket, iotRule, logs, rule, userPool } from "./push.ts";
import { functionSchedule } from "./scheduler.ts";
import { topic } from "./topics.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const kinds: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ["AlexaSkill", alexa],
  ["Api", api],
  ["CloudWatchEvent", rule],
  ["CloudWatchLogs", logs],
  ["Cognito", userPool],
  ["EventBridgeRule", rule],
  ["HttpApi", httpApi],
  ["IoTRule", iotRule],
  ["S3", bucket],
  ["Schedule", rule],
  ["ScheduleV2", functionSchedule],
  ["SNS", topic],
]);

/** What the events of a function become. */
export function functionEvents(events: unknown, target: Target, id: string, steps: Steps, around: Around): Expansion[] {
  const { read, others } = eventsIn(events, target, id, steps);
  const covered = coveredBy(read.find(isDefaultRoute));
  return [
    { parts: others },
    ...read.map((event) => {
      const expand = kinds.get(event.type) ?? pullOf(event.type);
      if (expand === undefined) return { parts: [unread(`an event of type ${event.type}`, event.steps)] };
      return covered(event) ? { parts: [] } : expand(event, around);
    }),
  ];
}

/** The default route of an HTTP API leads everything to the function: other routes of the same API need no permission of their own. */
function coveredBy(byDefault: Event | undefined): (event: Event) => boolean {
  if (byDefault === undefined) return () => false;
  const api = JSON.stringify(byDefault.properties.ApiId);
  return (event) => event.type === "HttpApi" && event !== byDefault && JSON.stringify(event.properties.ApiId) === api;
}

/** The entries of `Events` that can be read, and notices of the others. */
export function eventsIn(events: unknown, target: Target, id: string, steps: Steps, boundary?: unknown) {
  if (events === undefined || events === null || events === "") return { read: [], others: [] };
  if (!isRecord(events)) return { read: [], others: [unread("what stands under Events", [...steps, "Events"])] };
  const all = Object.entries(events).map(([key, event]) => eventOf(event, `${id}${key}`, [...steps, "Events", key]));
  return {
    read: all.flatMap((one) => ("type" in one ? [{ ...one, target, boundary }] : [])),
    others: all.flatMap((one) => ("type" in one ? [] : [one])),
  };
}

function eventOf(event: unknown, id: string, steps: Steps) {
  if (!isRecord(event) || typeof event.Type !== "string") return unread("this event", steps);
  const properties = isRecord(event.Properties) ? event.Properties : {};
  return { id, type: event.Type, properties, steps };
}
