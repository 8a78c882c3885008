import { partitionOf } from "#model/partition.ts";
import { type Hole, hole } from "#model/value.ts";
import type { Given } from "../frontend.ts";
import { waitsFor } from "./holes.ts";

/**
 * What the template does not tell and the deployment does. Of the partition nobody says more than a region does, and next to nothing depends on it: it is
 * taken for the one that nearly all accounts are in.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, { account, region, stack }: Given): Hole | undefined {
  const expression = `AWS::${name}`;
  switch (name) {
    case "AccountId":
      return { ...deploymentFact(expression), ...(account !== undefined && { predicted: account }) };
    case "Partition":
      return { ...waitsFor(expression), predicted: partitionOf(region).name };
    case "URLSuffix":
      return { ...waitsFor(expression), predicted: partitionOf(region).suffix };
    case "Region":
      return { ...deploymentFact(expression), ...(region !== undefined && { predicted: region }) };
    case "StackName":
      return { ...deploymentFact(expression), ...(stack !== undefined && { predicted: stack.name }) };
    case "NotificationARNs":
      return waitsFor(expression);
    case "StackId":
      return deploymentFact(expression);
    default:
      return undefined;
  }
}

/** Something that has one name, whatever the template is given: no account and no region is a star. It counts as an attribute of the deployment. */
function deploymentFact(expression: string): Hole {
  return hole("deploy-time-parameter", [{ expression, targets: [expression], certainty: "exact" }]);
}
