import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { callIn } from "../calls.ts";
import type { Template } from "../template.ts";
import { keysOfApi } from "./api-keys.ts";
import { hashOf } from "./hashes.ts";
import { arn, isMissing, isTrue, listed, ref, textIn, variable } from "./language.ts";
import { type Around, type Json, type Made, made, type Part, type Serverless, unread } from "./parts.ts";
import { isTooLarge, resourcePolicyOf } from "./resource-policies.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html */
export function apiParts(source: Serverless, around: Around): readonly Part[] {
  const { EndpointConfiguration: endpoints } = source.properties;
  const properties = {
    ...source.properties,
    Body: bodyOf(source, around),
    EndpointConfiguration: endpointsOf(endpoints),
  };
  const at = [...source.steps, "Properties"];
  return [
    made(source, source.id, "AWS::ApiGateway::RestApi", properties, source.steps),
    ...(isTooLarge(source, around) ? [unread("a resource policy", [...at, "Auth", "ResourcePolicy"])] : []),
    ...(isHidden(source, around) ? [unread("the policy in a description of an API", [...at, "DefinitionBody"])] : []),
    ...privateDomain(source, around.template),
    ...keysOfApi(source, around),
    ...authorizers(source, (one) => !isTrue(one.DisableFunctionDefaultPermissions)),
  ];
}

/** Whether a function makes the policy that the one of SAM is put to. */
function isHidden(source: Serverless, around: Around): boolean {
  const { DefinitionBody: body } = source.properties;
  const own = recordAt(body)?.["x-amazon-apigateway-policy"];
  return (callIn(body) ?? callIn(own)) !== undefined && resourcePolicyOf(source, around) !== undefined;
}

/** The description of the API, with the policy that SAM puts into it. */
function bodyOf(source: Serverless, around: Around): unknown {
  const { DefinitionBody: body } = source.properties;
  const policy = isTooLarge(source, around) ? undefined : resourcePolicyOf(source, around);
  if (policy === undefined) return body;
  const written = isRecord(body) ? recordAt(body, "x-amazon-apigateway-policy")?.Statement : undefined;
  const own = isMissing(written) ? [] : listed(written);
  const all = { ...policy, Statement: [...own, ...listed(policy.Statement)] };
  return { ...(isRecord(body) ? body : {}), "x-amazon-apigateway-policy": all };
}

function endpointsOf(written: unknown): unknown {
  if (typeof written === "string") return { Types: [written] };
  return isRecord(written) && "Type" in written ? { ...written, Types: [written.Type] } : written;
}

/** The domain of a private API has a policy of its own. */
function privateDomain(source: Serverless, template: Template): readonly Made[] {
  const domain = recordAt(source.properties, "Domain");
  if (domain?.EndpointConfiguration !== "PRIVATE") return [];
  const id = `ApiGatewayDomainNameV2${hashOf(textIn(domain.DomainName, template) ?? domain.DomainName)}`;
  const properties = { ...domain, EndpointConfiguration: { Types: ["PRIVATE"] } };
  return [made(source, id, "AWS::ApiGateway::DomainNameV2", properties, [...source.steps, "Properties", "Domain"])];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html */
export function httpApiParts(source: Serverless, _around: Around): readonly Part[] {
  const properties = { ...source.properties, ProtocolType: "HTTP" };
  return [
    made(source, source.id, "AWS::ApiGatewayV2::Api", properties, source.steps),
    ...authorizers(source, (one) => isTrue(one.EnableFunctionDefaultPermissions)),
  ];
}

/** The functions that say who may call an API: it may invoke them. */
function authorizers(source: Serverless, mayInvoke: (authorizer: Json) => boolean): readonly Part[] {
  const all = recordAt(source.properties, "Auth")?.Authorizers;
  const steps = [...source.steps, "Properties", "Auth", "Authorizers"];
  if (isMissing(all)) return [];
  if (!isRecord(all)) return [unread("what stands under Authorizers", steps)];
  return Object.entries(all).flatMap(([name, one]) =>
    isRecord(one) && !isMissing(one.FunctionArn) && mayInvoke(one)
      ? [authorizerPermission(source, `${source.id}${name}AuthorizerPermission`, one.FunctionArn, [...steps, name])]
      : [],
  );
}

export function authorizerPermission(
  source: Serverless,
  id: string,
  functionArn: unknown,
  steps: Serverless["steps"],
): Made {
  const properties = {
    Action: "lambda:InvokeFunction",
    FunctionName: functionArn,
    Principal: "apigateway.amazonaws.com",
    SourceArn: arn("execute-api", `${variable("Api")}/authorizers/*`, { Api: ref(source.id) }),
  };
  return made(source, id, "AWS::Lambda::Permission", properties, steps);
}
