import { load } from "js-yaml";
import { options } from "#frontends/cloudformation/yaml/options.ts";
import { isRecord } from "#model/json-tree.ts";

type Json = Readonly<Record<string, unknown>>;

/** How many roles SAM makes for a template, by a plain reading of its documentation. */
export function rolesOfServerless(text: string): number {
  const root = load(text, { ...options, json: true });
  if (!isRecord(root) || !JSON.stringify(root.Transform ?? "").includes("AWS::Serverless-2016-10-31")) return 0;
  const resources = Object.values(record(root.Resources)).map(record);
  const globals = record(root.Globals);
  const all = resources.map((one) => ({
    type: String(one.Type),
    properties: { ...record(globals[String(one.Type).replace("AWS::Serverless::", "")]), ...record(one.Properties) },
  }));
  const deployed = all.some(({ properties }) => isRecord(properties.DeploymentPreference) && isOwn(properties));
  return all.reduce((sum, one) => sum + rolesOf(one.type, one.properties), deployed ? 1 : 0);
}

/** Deployments share a role, but for those that name one. */
function isOwn({ DeploymentPreference: preference }: Json): boolean {
  const { Role: role, Enabled: enabled } = record(preference);
  return role === undefined && String(enabled).toLowerCase() !== "false";
}

function rolesOf(type: string, properties: Json): number {
  const { Role: role, Events: events } = properties;
  const own = role === undefined || JSON.stringify(role).includes("AWS::NoValue") ? 1 : 0;
  const starters = Object.values(record(events)).map(record);
  const started = (pattern: RegExp) =>
    starters.filter((one) => pattern.test(String(one.Type)) && record(one.Properties).RoleArn === undefined).length;
  if (type === "AWS::Serverless::Function") return own + started(/^ScheduleV2$/);
  if (type === "AWS::Serverless::StateMachine")
    return own + started(/^(Api|CloudWatchEvent|EventBridgeRule|Schedule|ScheduleV2)$/);
  return type === "AWS::Serverless::GraphQLApi" ? rolesOfGraphQl(properties) : 0;
}

/** Logs take a role, and each source of data does. */
function rolesOfGraphQl({ Logging: logging, DataSources: sources }: Json): number {
  const hasLogs = String(logging) !== "false" && record(logging).CloudWatchLogsRoleArn === undefined;
  const all = Object.values(record(sources)).flatMap((kind) => Object.values(record(kind)).map(record));
  return (hasLogs ? 1 : 0) + all.filter((one) => one.ServiceRoleArn === undefined).length;
}

function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}
