import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { authorizerPermission } from "./apis.ts";
import { arn, attribute, isMissing, ref, sub, variable } from "./language.ts";
import { type Around, type Json, type Made, made, type Part, type Serverless, unread } from "./parts.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html */
export function webSocketApiParts(source: Serverless, _around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const { Routes: routes, Auth: auth } = properties;
  const at = [...steps, "Properties"];
  const api = made(source, id, "AWS::ApiGatewayV2::Api", { ...properties, ProtocolType: "WEBSOCKET" }, steps);
  if (!isRecord(routes)) return [api, unread("what stands under Routes", [...at, "Routes"])];
  const all = Object.entries(routes).flatMap(([key, route]): readonly Part[] =>
    isRecord(route)
      ? routeParts(source, key, route, [...at, "Routes", key])
      : [unread("this route", [...at, "Routes", key])],
  );
  return [api, ...all, ...(isRecord(auth) ? authorizerOf(source, auth, [...at, "Auth"]) : [])];
}

/** A route, the function that it leads to, and what lets it invoke that. */
function routeParts(source: Serverless, key: string, route: Json, steps: Made["steps"]): readonly Made[] {
  const prefix = `${source.id}${capitalized(key.replace("$", ""))}`;
  const { FunctionArn: invoked, ApiKeyRequired: asksForKey } = route;
  const auth = key === "$connect" ? recordAt(source.properties, "Auth") : undefined;
  const make = (ending: string, type: string, properties: Json) =>
    made(source, `${prefix}${ending}`, type, properties, steps);
  return [
    make("Route", "AWS::ApiGatewayV2::Route", {
      ApiId: ref(source.id),
      ApiKeyRequired: asksForKey,
      AuthorizationType: auth?.AuthType,
      ...(auth?.AuthType === "CUSTOM" && { AuthorizerId: ref(`${source.id}ConnectAuthorizer`) }),
      RouteKey: key,
      Target: { "Fn::Join": ["/", ["integrations", ref(`${prefix}Integration`)]] },
    }),
    make("Integration", "AWS::ApiGatewayV2::Integration", {
      ApiId: ref(source.id),
      IntegrationType: "AWS_PROXY",
      IntegrationUri: invocation(invoked),
    }),
    make("Permission", "AWS::Lambda::Permission", {
      Action: "lambda:InvokeFunction",
      FunctionName: invoked,
      Principal: "apigateway.amazonaws.com",
      SourceArn: arn("execute-api", `${variable("Api")}/${variable("Stage")}/${key}`, {
        Api: attribute(source.id, "ApiId"),
        Stage: source.properties.StageName ?? "default",
      }),
    }),
  ];
}

/** What asks who connects. A role of API Gateway invokes it where one is given. */
function authorizerOf(source: Serverless, auth: Json, steps: Made["steps"]): readonly Made[] {
  const { AuthType: type, AuthArn: invoked, InvokeRole: role } = auth;
  if (type !== "CUSTOM" || isMissing(invoked)) return [];
  const properties = {
    ApiId: ref(source.id),
    AuthorizerType: "REQUEST",
    AuthorizerUri: invocation(invoked),
    Name: auth.Name ?? `${source.id}ConnectAuthorizer`,
    ...(!isMissing(role) && { AuthorizerCredentialsArn: role }),
  };
  const authorizer = made(source, `${source.id}ConnectAuthorizer`, "AWS::ApiGatewayV2::Authorizer", properties, steps);
  if (!isMissing(role)) return [authorizer];
  return [authorizer, authorizerPermission(source, `${source.id}AuthorizerPermission`, invoked, steps)];
}

function invocation(functionArn: unknown): Json {
  const path = `lambda:path/2015-03-31/functions/${variable("FunctionArn")}/invocations`;
  return sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:${path}`, { FunctionArn: functionArn });
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
