import type { Hole } from "#model/value.ts";
import type { Given } from "../frontend.ts";
import { waitsFor } from "./holes.ts";

/**
 * What the template does not tell and the deployment does. Of the partition nobody says more than a region does, and next to nothing depends on it: it is
 * taken for the one that nearly all accounts are in.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, { account }: Given): Hole | undefined {
  const expression = `AWS::${name}`;
  switch (name) {
    case "AccountId":
      return { ...waitsFor(expression), ...(account !== undefined && { predicted: account }) };
    case "Partition":
      return { ...waitsFor(expression), predicted: "aws" };
    case "URLSuffix":
      return { ...waitsFor(expression), predicted: "amazonaws.com" };
    case "NotificationARNs":
    case "Region":
    case "StackId":
    case "StackName":
      return waitsFor(expression);
    default:
      return undefined;
  }
}
