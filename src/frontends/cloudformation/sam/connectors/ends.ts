import { isRecord } from "#model/json-tree.ts";
import { recordAt } from "../../../json/shape.ts";
import { attribute, idIn, ref } from "../language.ts";
import type { Json } from "../parts.ts";

/** An end of a connector, as far as it is known: a resource of the template, or what the author says of another one. */
export interface End {
  /** Without `AWS::`: `Lambda::Function`. */
  readonly type: string;
  readonly id?: string;
  readonly arn?: unknown;
  readonly name?: unknown;
  readonly resourceId?: unknown;
  readonly qualifier?: unknown;
  readonly queueUrl?: unknown;
  /** The name of the role that it works with. */
  readonly role?: unknown;
}

/** What SAM makes of its own types. */
const made: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Api", "AWS::ApiGateway::RestApi"],
  ["AWS::Serverless::Function", "AWS::Lambda::Function"],
  ["AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"],
  ["AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"],
  ["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"],
]);

/** Of these `Ref` gives the ARN. */
const refIsArn = new Set(["StepFunctions::StateMachine", "AppSync::GraphQLApi", "AppSync::DataSource", "SNS::Topic"]);

/** The property that names the role. */
const roles: ReadonlyMap<string, string> = new Map([
  ["AppSync::DataSource", "ServiceRoleArn"],
  ["Lambda::Function", "Role"],
  ["StepFunctions::StateMachine", "RoleArn"],
]);

/** @param other The other end, by which a rule knows the role of its target. */
export function endOf(written: unknown, other: unknown, resources: Json): End | undefined {
  if (!isRecord(written)) return undefined;
  if (typeof written.Id !== "string") return told(written);
  const resource = recordAt(resources, written.Id);
  return resource === undefined ? undefined : found(written.Id, written.Qualifier, resource, other);
}

function told(written: Json): End | undefined {
  const { Type: type, Arn, Name, ResourceId, Qualifier, QueueUrl, RoleName } = written;
  if (typeof type !== "string") return undefined;
  return {
    type: nameOf(made.get(type) ?? type),
    arn: Arn,
    name: Name,
    resourceId: ResourceId,
    qualifier: Qualifier,
    queueUrl: QueueUrl,
    role: RoleName,
  };
}

function found(id: string, qualifier: unknown, resource: Json, other: unknown): End | undefined {
  if (typeof resource.Type !== "string") return undefined;
  const type = nameOf(resource.Type);
  const role = idIn(roleOf(type, recordAt(resource, "Properties") ?? {}, other));
  return {
    type,
    id,
    arn: refIsArn.has(type) ? ref(id) : attribute(id, "Arn"),
    name: attribute(id, "Name"),
    resourceId: type === "AppSync::GraphQLApi" ? attribute(id, "ApiId") : ref(id),
    qualifier: qualifier ?? "*",
    queueUrl: ref(id),
    ...(role !== undefined && { role: ref(role) }),
  };
}

function roleOf(type: string, properties: Json, other: unknown): unknown {
  if (type === "Events::Rule") return roleOfTarget(properties.Targets, other);
  const property = roles.get(type);
  return property === undefined ? undefined : properties[property];
}

function roleOfTarget(targets: unknown, other: unknown): unknown {
  if (!Array.isArray(targets) || !isRecord(other)) return undefined;
  const { byId, byArn } = rolesOfTargets(targets);
  return typeof other.Id === "string" ? byId.get(other.Id) : byArn.get(JSON.stringify(other.Arn));
}

interface RolesOfTargets {
  readonly byId: ReadonlyMap<string, unknown>;
  readonly byArn: ReadonlyMap<string, unknown>;
}

/** The roles by which a rule reaches its targets; a connector may lead to each of them. */
const known = new WeakMap<object, RolesOfTargets>();

function rolesOfTargets(targets: readonly unknown[]): RolesOfTargets {
  const found = known.get(targets) ?? {
    byId: new Map(
      targets.toReversed().flatMap((one) => (isRecord(one) ? [[idIn(one.Arn) ?? "", one.RoleArn] as const] : [])),
    ),
    byArn: new Map(targets.flatMap((one) => (isRecord(one) ? [[JSON.stringify(one.Arn), one.RoleArn] as const] : []))),
  };
  known.set(targets, found);
  return found;
}

function nameOf(type: string): string {
  return type.replace(/^AWS::/, "");
}
