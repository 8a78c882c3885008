import { isRecord } from "#model/json-tree.ts";
import { partitionOf } from "#model/partition.ts";
import type { Given } from "../frontend.ts";
import type { Template } from "./template.ts";

const transform = "AWS::Serverless-2016-10-31";

/**
 * A template with the resources that SAM makes of its own ones; what makes them is loaded with the first template that asks for it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-serverless.html
 */
export async function withoutServerless(template: Template, { region }: Given): Promise<Template> {
  if (!isServerless(template.root)) return template;
  const { expand } = await import("./sam/expand.ts");
  return expand(template, partitionOf(region).name);
}

function isServerless(root: unknown): boolean {
  const { Transform: declared } = isRecord(root) ? root : {};
  const all: readonly unknown[] = Array.isArray(declared) ? declared : [declared];
  return all.some((one) => one === transform || (isRecord(one) && one.Name === transform));
}
