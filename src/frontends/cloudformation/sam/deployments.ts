import { recordAt } from "../../json/shape.ts";
import type { Template } from "../template.ts";
import { attribute, isMissing, isTrue, ref, textIn } from "./language.ts";
import { managedPolicy } from "./managed-policies.ts";
import { type Around, type Made, made, type Serverless } from "./parts.ts";
import { trustIn } from "./roles.ts";
import { tagsOf } from "./tags.ts";

const roleId = "CodeDeployServiceRole";

/** The deployment group that leads traffic to a new version of a function, and the role that all groups share. */
export function deploymentsOf(source: Serverless, { template }: Around): readonly Made[] {
  const { properties, id } = source;
  const preference = recordAt(properties, "DeploymentPreference");
  if (preference === undefined || isOff(preference.Enabled, template)) return [];
  const { Role: given, PassthroughCondition: passes } = preference;
  const steps = [...source.steps, "Properties", "DeploymentPreference"];
  const alone = isTrue(passes) ? source : { ...source, condition: undefined };
  const group = made(
    alone,
    `${id}DeploymentGroup`,
    "AWS::CodeDeploy::DeploymentGroup",
    { ApplicationName: ref("ServerlessDeploymentApplication"), ServiceRoleArn: given ?? attribute(roleId, "Arn") },
    steps,
  );
  const role = made(
    alone,
    roleId,
    "AWS::IAM::Role",
    {
      AssumeRolePolicyDocument: trustIn("codedeploy.amazonaws.com"),
      ManagedPolicyArns: [managedPolicy("AWSCodeDeployRoleForLambda")],
      Tags: isTrue(properties.PropagateTags) ? tagsOf(properties.Tags, {}) : [],
    },
    steps,
  );
  return isMissing(given) ? [group, role] : [group];
}

function isOff(enabled: unknown, template: Template): boolean {
  return enabled === false || textIn(enabled, template)?.toLowerCase() === "false";
}
