import { readFileSync } from "node:fs";
import { pathsOf, shapeAt } from "../schema.ts";

/** A type that runs as a role or hands one to a service, and the attributes that say so. */
export interface ListedWorkload {
  readonly type: string;
  readonly roles: readonly string[];
  readonly profiles: readonly string[];
}

/** Attributes of the list that name no role of AWS by themselves, and why. */
const others: Readonly<Record<string, string>> = {
  tags: "tells whose it is",
  tags_all: "tells whose it is",
  labels: "tells whose it is",
  name: "is its own name",
  user_pool_id: "is where it belongs",
  target_id: "is the document that runs",
  type: "says what the parameters mean",
  use_service_linked_role: "is a switch",
  source_access_configuration: "names secrets and networks",
  automation_target_parameter_name: "names a parameter",
  "connector_profile_config.connector_profile_credentials.salesforce.client_credentials_arn": "names a secret",
  "placement_group_config.instance_role": "is MASTER, CORE or TASK",
  "snowflake_configuration.snowflake_role_configuration.snowflake_role": "is a role of Snowflake",
  "definition.iam_action_definition.roles": "gets a policy once the budget is spent; the action does not run as it",
  // Inside of these, something else says what is a role: see workloads-hidden.test.ts.
  container_properties: "is JSON",
  ecs_properties: "is JSON",
  node_properties: "is JSON",
  parameters: "is JSON, or a map",
  function_name: "names a function, whose role is used",
  "parameter.name": "is the key of a pair",
  "parameter.static_value": "is the value of a pair",
  "setting.name": "is the key of a pair",
  "setting.value": "is the value of a pair",
  "pipeline_object.field.key": "is the key of a pair",
  "pipeline_object.field.string_value": "is the value of a pair",
};

/** Attributes that name an instance profile, which hands its role on. Batch calls it a role. */
const profile = /(^|\.|_)instance_profile(_arn|_name)?$|^iam_instance_profile\.|^compute_resources\.instance_role$/;

/** What the schema has beside the list. */
const beside: Readonly<Record<string, readonly string[]>> = { aws_emr_studio: ["user_role"] };

/** Attributes of these types that are left out of the list of attributes, and of the roles. */
export const othersOf = others;

/** The rows of the list about users of roles; `**.role_arn` stands for each attribute of that name at any depth. */
export const listedWorkloads: readonly ListedWorkload[] = rows().map(([type, attributes]) => {
  const paths = attributes.flatMap((one) => expanded(type, one)).filter((path) => others[path] === undefined);
  const all = [...new Set([...paths, ...(beside[type] ?? [])])];
  return { type, roles: all.filter((one) => !profile.test(one)), profiles: all.filter((one) => profile.test(one)) };
});

function rows(): readonly (readonly [type: string, attributes: readonly string[]])[] {
  const table = readFileSync(new URL("../../../../data/terraform-identity-types.tsv", import.meta.url), "utf8");
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([provider, , kind]) => provider === "aws" && kind === "role-user")
    .map(([, type = "", , attributes = ""]) => [type, attributes.split(",")]);
}

function expanded(type: string, attribute: string): readonly string[] {
  if (!attribute.startsWith("**.")) return [attribute];
  const name = attribute.slice("**.".length);
  return pathsOf(type).filter((path) => path.split(".").at(-1) === name && typeof shapeAt(type, path) !== "object");
}
