import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { anyOf } from "./implicit-apis.ts";
import { type Around, type Made, made, type Serverless } from "./parts.ts";

/** The key of an API that asks for one, or the key that several share. */
export function keysOfApi(source: Serverless, { serverless }: Around): readonly Made[] {
  const steps = [...source.steps, "Properties", "Auth", "UsagePlan"];
  const plan = planOf(source);
  if (plan === "PER_API")
    return [made(source, `${source.id}ApiKey`, "AWS::ApiGateway::ApiKey", { Enabled: true }, steps)];
  if (plan !== "SHARED") return [];
  const condition = anyOf([...serverless.values()].filter((one) => planOf(one) === "SHARED"));
  return [made({ ...source, condition }, "ServerlessApiKey", "AWS::ApiGateway::ApiKey", { Enabled: true }, steps)];
}

function planOf({ type, properties }: Serverless): unknown {
  if (type !== "AWS::Serverless::Api") return undefined;
  return recordAt(properties, "Auth", "UsagePlan")?.CreateUsagePlan;
}

/** The keys of a GraphQL API. */
export function keysOfGraphQlApi(source: Serverless): readonly Made[] {
  const { ApiKeys: keys } = source.properties;
  return Object.entries(isRecord(keys) ? keys : {}).map(([name, key]) => {
    const steps = [...source.steps, "Properties", "ApiKeys", name];
    return made(source, `${source.id}${name}`, "AWS::AppSync::ApiKey", isRecord(key) ? key : {}, steps);
  });
}
