import { inside } from "#model/location.ts";
import type { MapTree, Tree } from "#model/tree.ts";
import { hole } from "#model/value.ts";
import { textTree } from "../texts.ts";
import type { Change } from "./document.ts";

/** Types whose physical id is their name, by the property that sets it. */
const names: ReadonlyMap<string, string> = new Map([
  ["AWS::ECR::Repository", "RepositoryName"],
  ["AWS::IAM::Group", "GroupName"],
  ["AWS::IAM::InstanceProfile", "InstanceProfileName"],
  ["AWS::IAM::Role", "RoleName"],
  ["AWS::IAM::User", "UserName"],
  ["AWS::Lambda::Function", "FunctionName"],
  ["AWS::S3::Bucket", "BucketName"],
]);

/**
 * Properties with the name that CloudFormation made up where the template gives none: others, which are told with everything worked out, call the resource by it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export function withMadeUpName(tree: Tree, { type, physicalId }: Change): Tree {
  const property = names.get(type);
  if (property === undefined || physicalId === undefined || tree.kind !== "map") return tree;
  if (tree.get(property).kind !== "absent") return tree;
  const name = { ...hole("computed-at-apply"), unset: true, predicted: physicalId };
  return withMember(tree, property, textTree([name], inside(tree.at, property)));
}

function withMember(tree: MapTree, key: string, value: Tree): MapTree {
  return {
    kind: "map",
    at: tree.at,
    keys: () => [...tree.keys(), key],
    get: (one) => (one === key ? value : tree.get(one)),
  };
}
