import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../json/shape.ts";
import { keysOfGraphQlApi } from "./api-keys.ts";
import type { Connector } from "./connectors/connectors.ts";
import { connectorParts } from "./connectors/connectors.ts";
import { attribute, isMissing, ref, sub, variable } from "./language.ts";
import { managedPolicy } from "./managed-policies.ts";
import { type Around, type Json, type Made, made, type Part, type Serverless, unread } from "./parts.ts";
import { trustIn } from "./roles.ts";

const service = "appsync.amazonaws.com";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html */
export function graphQlApiParts(source: Serverless, _around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const logging = loggingRole(source);
  const LogConfig = logging.length > 0 ? { CloudWatchLogsRoleArn: attribute(logRole(id), "Arn") } : properties.Logging;
  return [
    made(source, id, "AWS::AppSync::GraphQLApi", { ...properties, LogConfig, Name: properties.Name ?? id }, steps),
    ...logging,
    ...authorizerParts(source),
    ...keysOfGraphQlApi(source),
    ...oddSources(source),
    ...dataSources(source, "DynamoDb", "DynamoDB", "AMAZON_DYNAMODB").flatMap((one) => dataSourceParts(source, one)),
    ...dataSources(source, "Lambda", "Lambda", "AWS_LAMBDA").flatMap((one) => dataSourceParts(source, one)),
  ];
}

function logRole(id: string): string {
  return `${id}CloudWatchRole`;
}

/** Logs are written unless the author says that none are. */
function loggingRole(source: Serverless): readonly Made[] {
  const { Logging: logging } = source.properties;
  const isOff = logging === false || logging === "false";
  if (isOff || (isRecord(logging) && !isMissing(logging.CloudWatchLogsRoleArn))) return [];
  const role = {
    AssumeRolePolicyDocument: trustIn(service),
    ManagedPolicyArns: [managedPolicy("AWSAppSyncPushToCloudWatchLogs")],
  };
  return [made(source, logRole(source.id), "AWS::IAM::Role", role, source.steps)];
}

/** The functions that say who may ask. */
function authorizerParts(source: Serverless): readonly Part[] {
  const auth = recordAt(source.properties, "Auth");
  const more: readonly unknown[] = Array.isArray(auth?.Additional) ? auth.Additional : [];
  const functions = [auth, ...more].flatMap((one) => {
    const uri = recordAt(one, "LambdaAuthorizer")?.AuthorizerUri;
    return isMissing(uri) ? [] : [uri];
  });
  return functions.flatMap((arn, i) =>
    connected(source, `${source.id}ToLambdaAuthConnector${i + 1}`, ["Properties", "Auth"], {
      Source: { Type: "AWS::AppSync::GraphQLApi", Arn: ref(source.id), ResourceId: attribute(source.id, "ApiId") },
      Destination: { Type: "AWS::Lambda::Function", Arn: arn },
      Permissions: ["Write"],
    }),
  );
}

/** Sources of data that are not written one by one. */
function oddSources({ properties, steps }: Serverless): readonly Part[] {
  const { DataSources: all } = properties;
  const kinds = isRecord(all) ? Object.values(all) : [all];
  const isOdd = kinds.some((kind) => !isMissing(kind) && (!isRecord(kind) || !Object.values(kind).every(isRecord)));
  return isOdd ? [unread("what stands under DataSources", [...steps, "Properties", "DataSources"])] : [];
}

interface DataSource {
  readonly id: string;
  readonly kind: "DynamoDB" | "Lambda";
  readonly type: string;
  readonly name: string;
  readonly properties: Json;
  readonly steps: readonly (string | number)[];
}

function dataSources(source: Serverless, key: string, kind: DataSource["kind"], type: string): readonly DataSource[] {
  const all = recordAt(source.properties, "DataSources", key) ?? {};
  return Object.entries(all).flatMap(([name, properties]) => {
    const steps = ["Properties", "DataSources", key, name];
    const id = `${source.id}${name}${kind}DataSource`;
    return isRecord(properties) ? [{ id, kind, type, name, properties, steps }] : [];
  });
}

/** A source of data, and a role that may read and write it where none is given. */
function dataSourceParts(source: Serverless, { id, kind, type, name, properties, steps }: DataSource): readonly Part[] {
  const { ServiceRoleArn: given, Name: own } = properties;
  const roleId = `${id}Role`;
  const at = [...source.steps, ...steps];
  const resource = made(
    source,
    id,
    "AWS::AppSync::DataSource",
    { Name: own ?? name, Type: type, ServiceRoleArn: isMissing(given) ? attribute(roleId, "Arn") : given },
    at,
  );
  if (!isMissing(given)) return [resource];
  const role = made(source, roleId, "AWS::IAM::Role", { AssumeRolePolicyDocument: trustIn(service) }, at);
  const isTable = kind === "DynamoDB";
  const connector = connected(source, `${id}To${isTable ? "Table" : "Lambda"}Connector`, steps, {
    Source: { Type: "AWS::AppSync::DataSource", Arn: attribute(id, "DataSourceArn"), RoleName: ref(roleId) },
    Destination: isTable
      ? { Type: "AWS::DynamoDB::Table", Arn: properties.TableArn ?? tableArn(properties) }
      : { Type: "AWS::Lambda::Function", Arn: properties.FunctionArn },
    Permissions: isTable ? (properties.Permissions ?? ["Read", "Write"]) : ["Write"],
  });
  return [resource, role, ...connector];
}

function tableArn({ TableName: name, Region: region }: Json): Json {
  const values = { Region: region ?? ref("AWS::Region"), Name: name };
  return sub(
    `arn:\${AWS::Partition}:dynamodb:${variable("Region")}:\${AWS::AccountId}:table/${variable("Name")}`,
    values,
  );
}

function connected(source: Serverless, id: string, steps: DataSource["steps"], properties: Json): readonly Part[] {
  const at = [...source.steps, ...steps];
  const connector: Connector = { id, source: properties.Source, properties, condition: source.condition, steps: at };
  return connectorParts(connector, {});
}
