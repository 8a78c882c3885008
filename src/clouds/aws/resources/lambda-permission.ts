import { inside } from "#model/location.ts";
import type { Condition } from "#model/policy.ts";
import { literalText, type Text } from "#model/text.ts";
import { absent, type MapTree, type Tree } from "#model/tree.ts";
import { isSet } from "../link/attach.ts";
import { knownText, type Linking, policyNode } from "../link/linking.ts";
import { attribute, type Resource, written } from "../link/resource.ts";
import { conditionOf } from "../policy/conditions.ts";
import { readDocument } from "../policy/document.ts";
import { plainArn } from "./iam-arn.ts";
import type { ResourceType } from "./resource-type.ts";

/** The function itself: what permissions are about. */
export const lambdaNaming = {
  kind: "function",
  names: ["function_name", "id"],
  arn: plainArn("lambda", "function:", "function_name", { regional: true, accounted: true }),
} as const;

/** Attributes that narrow a permission, and the condition that Lambda makes of each. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
const narrowing = [
  ["source_account", "StringEquals", "AWS:SourceAccount"],
  ["source_arn", "ArnLike", "AWS:SourceArn"],
  ["principal_org_id", "StringEquals", "aws:PrincipalOrgID"],
  ["event_source_token", "StringEquals", "lambda:EventSourceToken"],
  ["function_url_auth_type", "StringEquals", "lambda:FunctionUrlAuthType"],
] as const;

/** A statement of a function's policy, as a resource of its own. */
const lambdaPermission: ResourceType = {
  terraform: "aws_lambda_permission",
  cloudformation: "AWS::Lambda::Permission",
  contribute(resource, linking) {
    add(resource, linking);
  },
};

function add(resource: Resource, linking: Linking): void {
  const { address, type, at } = resource.change;
  const tree = statementTree(resource);
  const document = readDocument(tree);
  const statements = document.statements.map((one) => ({ ...one, conditions: conditions(resource) }));
  const id = `${address}#policy`;
  const name = attribute(resource, "statement_id") ?? literalText(resource.change.name);
  const head = { id, kind: "resource", origin: "inline", name, address, type, assumed: false } as const;
  linking.graph.addPolicy({ ...policyNode(head, { ...document, statements }, tree), at });
  linking.targets.policy(id, { of: attribute(resource, "function_name"), kind: "function" }, resource);
}

function statementTree(resource: Resource): Tree {
  const statement = new Map<string, Tree>([
    ["Effect", text("Allow", resource)],
    ["Principal", principal(resource)],
    ["Action", written(resource, "action")],
    ["Resource", text("*", resource)],
  ]);
  return map(new Map([["Statement", map(statement, resource)]]), resource);
}

/** `*` is anyone, a name with a dot is a service, anything else an account or an ARN. */
function principal(resource: Resource): Tree {
  const tree = written(resource, "principal");
  const value = knownText(attribute(resource, "principal"));
  if (value === undefined || value === "*") return tree;
  const isService = !value.startsWith("arn:") && value.includes(".");
  return map(new Map([[isService ? "Service" : "AWS", tree]]), resource);
}

function conditions(resource: Resource): readonly Condition[] {
  return narrowing.flatMap(([name, operator, key]) => {
    const value: Text | undefined = attribute(resource, name);
    return value === undefined || value.length === 0 || !isSet(written(resource, name))
      ? []
      : [conditionOf(literalText(operator), literalText(key), [value])];
  });
}

function text(value: string, resource: Resource): Tree {
  return { kind: "text", text: literalText(value), at: resource.change.at };
}

function map(entries: ReadonlyMap<string, Tree>, resource: Resource): MapTree {
  const { at } = resource.change;
  return {
    kind: "map",
    at,
    keys: () => [...entries.keys()],
    get: (key) => entries.get(key) ?? absent(inside(at, key)),
  };
}

export default [lambdaPermission] satisfies readonly ResourceType[];
