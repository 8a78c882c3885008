import { recordAt } from "../../json/shape.ts";
import { sentTo } from "./events/destinations.ts";
import { attribute, choiceIn, choose, isMissing, isNothing, ref } from "./language.ts";
import { type Json, type Made, made, type Serverless } from "./parts.ts";

/** Where the results of a function go: queues and topics that are made for them, and what the role needs to send there. */
export interface Destinations {
  readonly parts: readonly Made[];
  readonly inline: readonly Json[];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html */
export function destinationsOf(source: Serverless): Destinations {
  const all = ["OnSuccess", "OnFailure"].map((event) => destinationOf(source, event));
  return { parts: all.flatMap(({ parts }) => parts), inline: all.flatMap(({ inline }) => inline) };
}

function destinationOf(source: Serverless, event: string): Destinations {
  const path = ["EventInvokeConfig", "DestinationConfig", event];
  const { Type: type, Destination: written } = recordAt(source.properties, ...path) ?? {};
  if (typeof type !== "string") return { parts: [], inline: [] };
  const prefix = `${source.id}EventInvokeConfig${event}`;
  const thing = thingOf(source, type, prefix, [...source.steps, "Properties", ...path]);
  const [condition, yes, no] = choiceIn(written) ?? [];
  const isOpen = isMissing(written) || isNothing(yes) || isNothing(no);
  const policy = sentTo(type, isOpen && thing !== undefined ? arnOf(thing, condition, yes, no) : written, prefix);
  return { parts: isOpen && thing !== undefined ? [thing.made] : [], inline: policy === undefined ? [] : [policy] };
}

interface Thing {
  readonly made: Made;
  readonly arn: Json;
}

function arnOf({ arn }: Thing, condition: string | undefined, yes: unknown, no: unknown): unknown {
  if (condition === undefined || (isNothing(yes) && isNothing(no))) return arn;
  return isNothing(yes) ? choose(condition, arn, no) : choose(condition, yes, arn);
}

/** Queues and topics are made where none is named. */
function thingOf(source: Serverless, type: string, prefix: string, steps: Made["steps"]): Thing | undefined {
  if (type === "SQS") {
    const id = `${prefix}Queue`;
    const queue = { ...made(source, id, "AWS::SQS::Queue", {}, steps), called: `${source.id}.DestinationQueue` };
    return { made: queue, arn: attribute(id, "Arn") };
  }
  if (type !== "SNS") return undefined;
  const id = `${prefix}Topic`;
  const topic = { ...made(source, id, "AWS::SNS::Topic", {}, steps), called: `${source.id}.DestinationTopic` };
  return { made: topic, arn: ref(id) };
}
