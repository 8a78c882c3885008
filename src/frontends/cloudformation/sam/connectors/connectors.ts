import { isRecord } from "#model/json-tree.ts";
import { listed, ref, sub } from "../language.ts";
import { type Json, type Made, type Part, type Steps, unread } from "../parts.ts";
import { allow, document } from "../roles.ts";
import { type End, endOf } from "./ends.ts";
import { type Allowed, type Profile, profiles } from "./profiles.ts";

/** A connector: of its own, or inside of the resource that it begins at. */
export interface Connector {
  readonly id: string;
  readonly source: unknown;
  readonly properties: Json;
  readonly condition: unknown;
  readonly steps: Steps;
}

/**
 * What a connector makes, one for each end of it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html
 */
export function connectorParts(connector: Connector, resources: Json): readonly Part[] {
  const { Destination: written } = connector.properties;
  return listed(written).flatMap((one, i): readonly Part[] => {
    const [source, destination] = [endOf(connector.source, one, resources), endOf(one, connector.source, resources)];
    const ending = Array.isArray(written) ? `Destination${i}` : "";
    const parts = source && destination && between(connector, source, destination, ending);
    return parts ?? [unread("this connector", connector.steps)];
  });
}

function between(connector: Connector, source: End, destination: End, ending: string): readonly Made[] | undefined {
  const profile = profiles.get(`${source.type} ${destination.type}`);
  const asked = new Set(listed(connector.properties.Permissions));
  if (profile === undefined) return undefined;
  const categories = Object.entries(profile.access).filter(([name]) => asked.has(name));
  if (categories.length === 0) return undefined;
  const allowed = categories.flatMap(([, all]) => all);
  const make = (name: string, type: string, properties: Json): Made => {
    const { id, condition, steps } = connector;
    return { id: `${id}${name}${ending}`, type, properties, condition, steps };
  };
  if (profile.way === "function")
    return categories.map(([name]) =>
      make(`${name}LambdaPermission`, "AWS::Lambda::Permission", permissionIn(profile, source, destination)),
    );
  const statements = allowed.map((one) => statementOf(one, profile, source, destination));
  const policy = { PolicyDocument: document(statements) };
  if (profile.way === "topic")
    return [make("TopicPolicy", "AWS::SNS::TopicPolicy", { ...policy, Topics: [destination.arn] })];
  if (profile.way === "queue")
    return [make("QueuePolicy", "AWS::SQS::QueuePolicy", { ...policy, Queues: [destination.queueUrl] })];
  const { role } = profile.way === "role-of-source" ? source : destination;
  return role === undefined ? undefined : [make("Policy", "AWS::IAM::ManagedPolicy", { ...policy, Roles: [role] })];
}

function permissionIn(profile: Profile, source: End, destination: End): Json {
  return {
    Action: "lambda:InvokeFunction",
    FunctionName: destination.arn,
    Principal: profile.service,
    SourceArn: profile.from === undefined ? source.arn : filled(profile.from, source, destination),
    ...(profile.byAccount === true && { SourceAccount: ref("AWS::AccountId") }),
  };
}

function statementOf([actions, resources]: Allowed, profile: Profile, source: End, destination: End): Json {
  const targets = resources.split(" ").map((one) => filled(one, source, destination));
  const statement = allow(actions.split(" "), targets);
  if (profile.service === undefined) return statement;
  const condition = { ArnEquals: { "aws:SourceArn": source.arn } };
  return { ...statement, Principal: { Service: profile.service }, Condition: condition };
}

/** A text with what is known of both ends; one that is nothing but a variable is its value. */
function filled(text: string, source: End, destination: End): unknown {
  const all: Json = {
    SourceArn: source.arn,
    SourceResourceId: source.resourceId,
    SourceQualifier: source.qualifier,
    DestinationArn: destination.arn,
    DestinationName: destination.name,
  };
  const alone = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (alone !== undefined) return all[alone];
  const used = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name);
  return sub(text, Object.fromEntries(used.map((name) => [name, all[name]])));
}

/** The connectors of a template: resources of their own, and those inside of others. */
export function connectorsIn(resources: Json, stepsOf: (id: string) => Steps): readonly Connector[] {
  return Object.entries(resources).flatMap(([id, resource]) => {
    if (!isRecord(resource)) return [];
    const { Type: type, Properties: properties, Connectors: inner, Condition: condition } = resource;
    if (type !== "AWS::Serverless::Connector") return inside(id, inner, condition, stepsOf(id));
    const own = isRecord(properties) ? properties : {};
    return [{ id, source: own.Source, properties: own, condition, steps: stepsOf(id) }];
  });
}

function inside(id: string, connectors: unknown, condition: unknown, steps: Steps): readonly Connector[] {
  return Object.entries(isRecord(connectors) ? connectors : {}).map(([name, one]) => {
    const properties = isRecord(one) && isRecord(one.Properties) ? one.Properties : {};
    const more = isRecord(properties.SourceReference) ? properties.SourceReference : {};
    const at = [...steps, "Connectors", name];
    return { id: `${id}${name}`, source: { Id: id, ...more }, properties, condition, steps: at };
  });
}
