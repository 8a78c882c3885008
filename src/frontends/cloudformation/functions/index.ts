import { choose, findInMap } from "./choices.ts";
import type { Evaluate } from "./function.ts";
import { length, madeThere } from "./lists.ts";
import { getAtt, getStackOutput, importValue, ref } from "./references.ts";
import { join, select, split, sub } from "./texts.ts";

/** A text that is encoded is still that text, and a policy that is made a string is still that policy. */
const asItIs: Evaluate = (argument, { below, values }) => values.tree(argument, below);

/**
 * The functions of the template language. What one makes of things that are not known is a hole that waits for them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const functions: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ["Ref", ref],
  ["Fn::GetAtt", getAtt],
  ["Fn::Sub", sub],
  ["Fn::Join", join],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::If", choose],
  ["Fn::FindInMap", findInMap],
  ["Fn::ImportValue", importValue],
  ["Fn::GetStackOutput", getStackOutput],
  ["Fn::Length", length],
  ["Fn::GetAZs", madeThere("Fn::GetAZs")],
  ["Fn::Cidr", madeThere("Fn::Cidr")],
  ["Fn::Base64", asItIs],
  ["Fn::ToJsonString", asItIs],
]);
