import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { callIn } from "../calls.ts";
import { type Template, typeOf } from "../template.ts";
import { apiParts, httpApiParts } from "./apis.ts";
import { connectorParts, connectorsIn } from "./connectors/connectors.ts";
import { functionParts } from "./functions.ts";
import { withGlobals } from "./globals.ts";
import { graphQlApiParts } from "./graphql-apis.ts";
import { hiddenIn } from "./hidden.ts";
import { implicitApis } from "./implicit-apis.ts";
import { isMissing } from "./language.ts";
import { originsIn } from "./origins.ts";
import { capacityProviderParts, layerParts, simpleTableParts } from "./others.ts";
import { type Around, type Json, type Made, type Part, type Serverless, type Unread, unread } from "./parts.ts";
import { sizeOf } from "./size.ts";
import { stateMachineParts } from "./state-machines.ts";
import { webSocketApiParts } from "./websocket-apis.ts";

type Expand = (source: Serverless, around: Around) => readonly Part[];

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html */
const types: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ["AWS::Serverless::Api", apiParts],
  ["AWS::Serverless::CapacityProvider", capacityProviderParts],
  ["AWS::Serverless::Function", functionParts],
  ["AWS::Serverless::GraphQLApi", graphQlApiParts],
  ["AWS::Serverless::HttpApi", httpApiParts],
  ["AWS::Serverless::LayerVersion", layerParts],
  ["AWS::Serverless::SimpleTable", simpleTableParts],
  ["AWS::Serverless::StateMachine", stateMachineParts],
  ["AWS::Serverless::WebSocketApi", webSocketApiParts],
]);

/** The template with the resources that SAM makes, as far as they say something about access. Those that are not understood stay as they are. */
export function expand(template: Template, partition: string): Template {
  const serverless = serverlessIn(template);
  if (serverless === undefined) return template;
  const around: Around = { template, serverless, partition };
  const parts = [...serverless.values()].flatMap((one) => types.get(one.type)?.(one, around) ?? []);
  parts.push(...oddOnes(template, serverless), ...[...serverless.values()].flatMap(hiddenIn));
  const first = withResources(template, (id) => serverless.has(id), parts.filter(isMade));
  // Connectors give policies to roles that are made only now.
  const connectors = connectorsIn(template.resources, (id) => template.places.get(id) ?? [id]);
  const connections = connectors.map(({ id, ...one }) => ({
    id,
    parts: connectorParts({ id, ...one }, first.resources),
  }));
  const isConnector = (id: string) => typeOf(template, id) === "AWS::Serverless::Connector";
  const left = new Set(connections.flatMap(({ id, parts }) => (isConnector(id) && parts.some(isUnread) ? [id] : [])));
  const told = [...parts, ...connections.flatMap((one) => (left.has(one.id) ? [] : one.parts))];
  return {
    ...withResources(
      first,
      (id) => isConnector(id) && !left.has(id),
      connections.flatMap((one) => one.parts.filter(isMade)),
    ),
    origins: originsIn(template, [...serverless.values(), ...connectors], parts),
    notExpanded: told.filter(isUnread).map(({ unread: what, steps }) => ({ what, steps })),
  };
}

function isUnread(part: Part): part is Unread {
  return "unread" in part;
}

function isMade(part: Part): part is Made {
  return "id" in part;
}

/** Globals become a part of each resource; more values than this no stack could have. */
const most = 500_000;

/** The resources of SAM that are understood; undefined where they are more than can be. */
function serverlessIn(template: Template): ReadonlyMap<string, Serverless> | undefined {
  const found = Object.entries(template.resources).flatMap(([id, resource]) =>
    isRecord(resource) && typeof resource.Type === "string" && types.has(resource.Type)
      ? [[id, resource] as const]
      : [],
  );
  if (found.length * sizeOf(recordAt(template.root, "Globals")) > most) return undefined;
  const all = new Map(found.map(([id, resource]) => [id, serverlessOf(template, id, resource)]));
  for (const api of implicitApis(template.root, [...all.values()])) if (!all.has(api.id)) all.set(api.id, api);
  return all;
}

/** Resources whose properties are no map. */
function oddOnes({ resources }: Template, serverless: ReadonlyMap<string, Serverless>): readonly Part[] {
  return [...serverless.values()].flatMap(({ id, type, steps }) => {
    const { Properties: written } = recordAt(resources, id) ?? {};
    const isWritten = isRecord(written) && callIn(written) === undefined;
    return isWritten || isMissing(written) ? [] : [unread(`the properties of ${type}`, steps)];
  });
}

function serverlessOf(template: Template, id: string, resource: Json): Serverless {
  const type = String(resource.Type);
  const properties = withGlobals(template.root, type, resource);
  return { id, type, properties, condition: resource.Condition, steps: template.places.get(id) ?? [id] };
}

function withResources(template: Template, isExpanded: (id: string) => boolean, made: readonly Made[]): Template {
  const resources = new Map(Object.entries(template.resources).filter(([id]) => !isExpanded(id)));
  const places = new Map(template.places);
  const conditions = new Map(Object.entries(template.conditions));
  const names = new Map(template.called);
  for (const { id, type, properties, condition, steps, called } of made) {
    if (called !== undefined) names.set(called, id);
    resources.set(id, { Type: type, Properties: set(properties), ...conditionOf(id, condition, conditions) });
    places.set(id, Object.hasOwn(template.resources, id) ? steps : [...steps, id]);
  }
  return {
    ...template,
    resources: Object.fromEntries(resources),
    conditions: Object.fromEntries(conditions),
    places,
    called: names,
  };
}

/** A condition by its name; one that has none gets one. */
function conditionOf(id: string, condition: unknown, all: Map<string, unknown>): Json {
  if (!isRecord(condition)) return condition === undefined ? {} : { Condition: condition };
  const name = `${id} is made`;
  all.set(name, condition);
  return { Condition: name };
}

/** A property that is made of one which is not set is not set either. */
function set(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
