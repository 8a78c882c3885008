import { isRecord } from "#model/json-tree.ts";
import type { Template } from "../template.ts";
import { apiParts, httpApiParts } from "./apis.ts";
import { connectorParts, connectorsIn } from "./connectors/connectors.ts";
import { functionParts } from "./functions.ts";
import { withGlobals } from "./globals.ts";
import { graphQlApiParts } from "./graphql-apis.ts";
import { implicitApis } from "./implicit-apis.ts";
import { originsIn } from "./origins.ts";
import { capacityProviderParts, layerParts, simpleTableParts } from "./others.ts";
import type { Around, Json, Made, Part, Serverless } from "./parts.ts";
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

/** The template with the resources that SAM makes, as far as they say something about access. Those of a type that is not read stay as they are. */
export function expand(template: Template, partition: string): Template {
  const serverless = serverlessIn(template);
  const around: Around = { template, serverless, partition };
  const parts = [...serverless.values()].flatMap((one) => types.get(one.type)?.(one, around) ?? []);
  const first = withResources(template, (id) => serverless.has(id), parts.filter(isMade));
  // Connectors give policies to roles that are made only now.
  const connectors = connectorsIn(template.resources, (id) => template.places.get(id) ?? [id]);
  const connections = connectors.flatMap((one) => connectorParts(one, first.resources));
  const ids = new Set(connectors.map(({ id }) => id));
  return {
    ...withResources(first, (id) => ids.has(id), connections.filter(isMade)),
    origins: originsIn(template, [...serverless.values(), ...connectors]),
    notExpanded: [...parts, ...connections].flatMap((one) =>
      "unread" in one ? [{ what: one.unread, steps: one.steps }] : [],
    ),
  };
}

function isMade(part: Part): part is Made {
  return "id" in part;
}

function serverlessIn(template: Template): ReadonlyMap<string, Serverless> {
  const found = Object.entries(template.resources).flatMap(([id, resource]) => {
    const isOne = isRecord(resource) && typeof resource.Type === "string" && types.has(resource.Type);
    return isOne ? [[id, serverlessOf(template, id, resource)] as const] : [];
  });
  const all = new Map(found);
  for (const api of implicitApis(template.root, [...all.values()])) if (!all.has(api.id)) all.set(api.id, api);
  return all;
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
  for (const { id, type, properties, condition, steps } of made) {
    resources.set(id, { Type: type, Properties: set(properties), ...conditionOf(id, condition, conditions) });
    places.set(id, Object.hasOwn(template.resources, id) ? steps : [...steps, id]);
  }
  return {
    ...template,
    resources: Object.fromEntries(resources),
    conditions: Object.fromEntries(conditions),
    places,
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
