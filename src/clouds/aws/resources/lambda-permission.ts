import { literalText } from "#model/text.ts";
import { isSet } from "../link/attach.ts";
import { attribute, type Resource, written } from "../link/resource.ts";
import { conditionOf } from "../policy/conditions.ts";
import { plainArn } from "./iam-arn.ts";
import { addMadePolicy, type MadeStatement } from "./made-policy.ts";
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
  ["invoked_via_function_url", "Bool", "lambda:InvokedViaFunctionUrl"],
] as const;

/** A statement of a function's policy, as a resource of its own. */
const lambdaPermission: ResourceType = {
  terraform: "aws_lambda_permission",
  cloudformation: "AWS::Lambda::Permission",
  spelling: { principal_org_id: "PrincipalOrgID" },
  contribute(resource, linking) {
    const name = attribute(resource, "statement_id") ?? literalText(resource.change.name);
    const id = addMadePolicy(resource, linking, name, [statementOf(resource)]);
    linking.collect((targets) =>
      targets.policy(id, { of: attribute(resource, "function_name"), kind: "function" }, resource),
    );
  },
};

function statementOf(resource: Resource): MadeStatement {
  return {
    principals: [written(resource, "principal")],
    actions: [written(resource, "action")],
    conditions: narrowing.flatMap(([name, operator, key]) => {
      const value = attribute(resource, name);
      return value === undefined || value.length === 0 || !isSet(written(resource, name))
        ? []
        : [conditionOf(literalText(operator), literalText(key), [value])];
    }),
  };
}

export default [lambdaPermission] satisfies readonly ResourceType[];
