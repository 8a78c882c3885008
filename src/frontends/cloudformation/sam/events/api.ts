import { textAt } from "../../../json/shape.ts";
import { arn, idIn, variable } from "../language.ts";
import type { Around } from "../parts.ts";
import { type Event, type Expand, permission } from "./event.ts";

/** The API that SAM makes for events that name none. */
export const implicitApi = "ServerlessRestApi";
export const implicitHttpApi = "ServerlessHttpApi";

const everyStage = `${variable("Api")}/*`;

/** A method of an API of API Gateway that the function answers. */
export const api: Expand = (event, around) => {
  const { RestApiId: id = { Ref: implicitApi }, Path: path, Method: method } = event.properties;
  const [route, verb] = [pathOf(typeof path === "string" ? path : "/*"), verbOf(method)];
  const source = arn("execute-api", `${everyStage}/${verb}${route}`, { Api: id });
  return {
    parts: [permission(event, "apigateway.amazonaws.com", { SourceArn: source }, { suffix: stageOf(id, around) })],
  };
};

/** The name of the stage, as far as the template tells: it is part of a name. */
function stageOf(api: unknown, { serverless, template }: Around): string {
  const id = typeof api === "string" ? api : idIn(api);
  if (id === implicitApi) return "Prod";
  if (id === undefined || !(serverless.has(id) || Object.hasOwn(template.resources, id))) return "AllStages";
  const known = serverless.get(id)?.properties ?? template.resources[id];
  return textAt(known, "StageName") ?? textAt(known, "Properties", "StageName") ?? "Stage";
}

/** A route of an HTTP API. */
export const httpApi: Expand = (event) => {
  const { ApiId: id = { Ref: implicitHttpApi } } = event.properties;
  const { path, method } = routeOf(event);
  const end = path === "/$default" && method === "*" ? path : `/${method}${path === "$default" ? "" : pathOf(path)}`;
  const source = arn("execute-api", `${everyStage}${end}`, { Api: id });
  return { parts: [permission(event, "apigateway.amazonaws.com", { SourceArn: source })] };
};

function routeOf({ properties }: Event): { readonly path: string; readonly method: string } {
  const { Path: path, Method: method } = properties;
  return { path: typeof path === "string" ? path : "$default", method: verbOf(method) };
}

/** Whether an event answers everything that an API has no other route for. */
export function isDefaultRoute(event: Event): boolean {
  return event.type === "HttpApi" && routeOf(event).path === "$default";
}

export function verbOf(method: unknown): string {
  const verb = typeof method === "string" ? method.toUpperCase() : "ANY";
  return verb === "ANY" || verb === "X-AMAZON-APIGATEWAY-ANY-METHOD" ? "*" : verb;
}

/** A path as it stands in an ARN: parameters may be anything. */
export function pathOf(path: string): string {
  return path.replace(/^(.+)\/$/, "$1").replace(/\{[a-zA-Z0-9._-]+\+?\}/g, "*");
}
