import type { Endpoint } from "#model/endpoint.ts";
import { holesOf, wholeText } from "#model/text.ts";
import { field } from "#model/tree.ts";
import { type Hole, hole, known, type Value } from "#model/value.ts";
import { isSet } from "../link/attach.ts";
import { functionAt, roleAt } from "../link/callees.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import { untaggable } from "../link/tags.ts";
import { type Tied, tiedTo } from "../link/ties.ts";
import { isMock, isPreflight, isPrivate, textOfOne } from "./api-closings.ts";
import { type Closing, opennessBy, unlessClosed } from "./openness.ts";
import type { ResourceType } from "./resource-type.ts";
import { switchedOn } from "./switch.ts";

/** A method of a REST API. https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html */
const method: ResourceType = {
  terraform: "aws_api_gateway_method",
  cloudformation: "AWS::ApiGateway::Method",
  spelling: {
    authorization: "AuthorizationType",
    "integration.type": "Type",
    "integration.uri": "Uri",
    "integration.credentials": "Credentials",
  },
  contribute(resource, linking) {
    const api = apiOf(resource, "rest_api_id", linking);
    const keys = ["rest_api_id", "resource_id", "http_method"];
    const integrations =
      ownIntegration(resource) ?? tiedTo(linking.world, "aws_api_gateway_integration", keys, resource);
    const closings = [isPreflight(textOfOne(resource, "http_method")), isMock(integrations), isPrivate(api)];
    add(resource, linking, {
      open: unlessClosed(opennessBy(field(resource.values, "authorization"), "authorization"), closings),
      ...leads(integrations, "uri", "credentials", linking),
      ...("change" in api && { guardedBy: `${api.change.address}#resource` }),
    });
  },
};

/** A route of an HTTP or WebSocket API. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html */
const route: ResourceType = {
  terraform: "aws_apigatewayv2_route",
  cloudformation: "AWS::ApiGatewayV2::Route",
  contribute(resource, linking) {
    const key = textOfOne(resource, "route_key");
    const verb: Value<string> = key.known ? known(key.value.split(" ")[0] ?? key.value) : key;
    const open = opennessBy(field(resource.values, "authorization_type"), "authorization_type");
    const closings = [isPreflight(verb), isInsideConnection(key, apiOf(resource, "api_id", linking))];
    add(resource, linking, {
      open: unlessClosed(open, closings),
      ...leads(integrationsOf(resource, linking), "integration_uri", "credentials_arn", linking),
    });
  },
};

const api: ResourceType = {
  terraform: "aws_apigatewayv2_api",
  cloudformation: "AWS::ApiGatewayV2::Api",
  naming: { kind: "api", names: ["name", "id"] },
};

export default [api, method, route] satisfies readonly ResourceType[];

function add(resource: Resource, { graph, world }: Linking, facts: Pick<Endpoint, "open" | "leadsTo">): void {
  const place = { name: [], tags: untaggable, ...world.accountFacts(resource) };
  const subject = graph.subject(resource.change, "aws", place);
  const key = switchedOn(field(resource.values, "api_key_required")) === "yes";
  graph.addEndpoint({ ...subject, kind: "endpoint", form: "api-method", ...facts, ...(key && { asksFor: "api-key" }) });
}

/** CloudFormation says in the method what it runs. */
function ownIntegration(resource: Resource): Tied | undefined {
  const values = field(resource.values, "integration");
  return isSet(values) ? { resources: [{ ...resource, values }] } : undefined;
}

/** The API, or what hides which it is. One that is known and not here is made elsewhere. */
function apiOf(resource: Resource, name: string, { world }: Linking): Resource | Hole {
  const link = world.link(attribute(resource, name) ?? [], ["api"], resource);
  if (link.kind === "thing") return link.thing.resource;
  return link.kind === "unknown" ? link.hole : hole("unresolved-reference");
}

/** Who is connected to a WebSocket has proven who he is when he connected. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html */
function isInsideConnection(key: Value<string>, api: Resource | Hole): Closing {
  const because = "who is connected has proven who he is before";
  if (key.known && (key.value === "$connect" || key.value.includes(" "))) return { holds: "no", because, waits: [] };
  if (!("change" in api))
    return { holds: "unknown", because: "whether its API is a WebSocket is not told", waits: [api] };
  const protocol = textOfOne(api, "protocol_type");
  if (!protocol.known)
    return { holds: "unknown", because: "the protocol of its API is not known yet", waits: [protocol.hole] };
  if (protocol.value !== "WEBSOCKET") return { holds: "no", because, waits: [] };
  return key.known
    ? { holds: "yes", because, waits: [] }
    : { holds: "unknown", because: "its route is not known yet", waits: [key.hole] };
}

/** A route names its integration as `integrations/ID`. */
function integrationsOf(route: Resource, { world }: Linking): Tied {
  const text = attribute(route, "target") ?? [];
  const targets = holesOf(text).flatMap(({ refs }) => refs.map((ref) => world.target(ref)));
  const resources = targets
    .filter((one) => one?.typeKey === "aws_apigatewayv2_integration")
    .filter((one) => one !== undefined);
  const value = wholeText(text);
  if (resources.length > 0 || (value.known && value.value === "")) return { resources };
  return { resources, unread: value.known ? hole("unresolved-reference") : value.hole };
}

/** The functions behind integrations, and the roles that these use in the caller's place. */
function leads(
  { resources, unread }: Tied,
  uri: string,
  role: string,
  linking: Linking,
): Pick<Endpoint, "leadsTo" | "leadsToUnread"> {
  const leadsTo = resources.flatMap((one) => [
    ...functionAt(field(one.values, uri), one, linking),
    ...roleAt(field(one.values, role), one, linking),
  ]);
  return { leadsTo, ...(unread !== undefined && { leadsToUnread: unread }) };
}
