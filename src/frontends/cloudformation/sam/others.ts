import { attribute, isMissing, isTrue } from "./language.ts";
import { managedPolicy } from "./managed-policies.ts";
import { type Around, made, type Part, type Serverless } from "./parts.ts";
import { trustIn } from "./roles.ts";
import { tagsOf } from "./tags.ts";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html */
export function capacityProviderParts(source: Serverless, _around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  const { OperatorRole: given, Tags: tags } = properties;
  const roleId = `${id}OperatorRole`;
  const provider = {
    ...properties,
    PermissionsConfig: {
      CapacityProviderOperatorRoleArn: isMissing(given) ? attribute(roleId, "Arn") : given,
    },
    Tags: tagsOf(tags, { "lambda:createdBy": "SAM" }),
  };
  const role = {
    AssumeRolePolicyDocument: trustIn("lambda.amazonaws.com"),
    ManagedPolicyArns: [managedPolicy("AWSLambdaManagedEC2ResourceOperator")],
    Tags: tagsOf(isTrue(properties.PropagateTags) ? tags : {}, { "lambda:createdBy": "SAM" }),
  };
  return [
    made(source, id, "AWS::Lambda::CapacityProvider", provider, steps),
    ...(isMissing(given) ? [made(source, roleId, "AWS::IAM::Role", role, steps)] : []),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html */
export function simpleTableParts(source: Serverless, _around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  return [made(source, id, "AWS::DynamoDB::Table", { ...properties, Tags: tagsOf(properties.Tags, {}) }, steps)];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html */
export function layerParts(source: Serverless, _around: Around): readonly Part[] {
  const { id, properties, steps } = source;
  return [made(source, id, "AWS::Lambda::LayerVersion", { ...properties, Name: properties.LayerName ?? id }, steps)];
}
