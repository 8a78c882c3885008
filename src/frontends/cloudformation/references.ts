import { type Hole, hole } from "#model/value.ts";
import { waitsFor } from "./holes.ts";
import { type Template, typeOf } from "./template.ts";

/**
 * What `Ref` gives of a resource, where it is not an id that AWS makes up.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
 */
const given: ReadonlyMap<string, string> = new Map([
  ["AWS::IAM::Group", "group_name"],
  ["AWS::IAM::InstanceProfile", "instance_profile_name"],
  ["AWS::IAM::ManagedPolicy", "policy_arn"],
  ["AWS::IAM::OIDCProvider", "arn"],
  ["AWS::IAM::Role", "role_name"],
  ["AWS::IAM::SAMLProvider", "arn"],
  ["AWS::IAM::User", "user_name"],
  ["AWS::ECR::Repository", "repository_name"],
  ["AWS::Lambda::Function", "function_name"],
  ["AWS::S3::Bucket", "bucket_name"],
  ["AWS::SecretsManager::Secret", "arn"],
  ["AWS::SNS::Topic", "arn"],
  ["AWS::SQS::Queue", "queue_url"],
  // A program of the CDK, which gives the ARN of the provider that it makes.
  ["Custom::AWSCDKOpenIdConnectProvider", "arn"],
]);

/** Attributes that have another name in the words of rows. */
const attributes: ReadonlyMap<string, string> = new Map([
  // The only ARN that does not tell an account, whoever reads it.
  ["AWS::S3::Bucket Arn", "bucket_arn"],
  ["AWS::S3Express::DirectoryBucket Arn", "bucket_arn"],
  ["AWS::IAM::Role RoleId", "unique_id"],
  ["AWS::IAM::User UserId", "unique_id"],
]);

/** What `Ref` gives of a resource of the template; undefined where there is none of that name. */
export function refTo(template: Template, id: string): Hole | undefined {
  const known = template.called?.get(id) ?? id;
  const type = typeOf(template, known);
  if (type === undefined) return undefined;
  return holeOf({ address: template.prefix + known, type, attribute: given.get(type) ?? "id", expression: id });
}

/** An attribute of a resource of the template. */
export function attributeOf(template: Template, id: string, attribute: string): Hole {
  const expression = `${id}.${attribute}`;
  const called = template.called?.has(expression) === true ? refTo(template, expression) : undefined;
  if (called !== undefined) return called;
  const type = typeOf(template, id);
  if (type === undefined) return waitsFor(expression, "unresolved-reference");
  const known = attributes.get(`${type} ${attribute}`) ?? snakeCase(attribute);
  return holeOf({ address: template.prefix + id, type, attribute: known, expression });
}

interface Referred {
  readonly address: string;
  readonly type: string;
  readonly attribute: string;
  readonly expression: string;
}

function holeOf({ address, type, attribute, expression }: Referred): Hole {
  // What a program of the author, or another template, gives may be any text.
  if (!isNative(type)) return waitsFor(expression, "computed-at-apply");
  return hole("computed-at-apply", [{ expression, targets: [address], attribute, certainty: "exact" }]);
}

function isNative(type: string): boolean {
  return given.has(type) || (/^AWS::/.test(type) && !/^AWS::CloudFormation::/.test(type));
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}
