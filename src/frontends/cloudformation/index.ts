import type { Plan } from "#model/plan.ts";
import type { Frontend, Given, Input, Wants } from "../frontend.ts";
import type { Place } from "../json/place.ts";
import { isTemplate } from "./recognize.ts";

/**
 * CloudFormation templates, in JSON and YAML. What reads them is loaded with the first one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export const cloudFormation: Frontend = {
  id: "cloudformation",
  recognizes: isTemplate,
  read: (input, wants, given) => readTogether([input], wants, given),
  readTogether,
  places,
};

async function readTogether(inputs: readonly Input[], wants: Wants, given: Given = {}): Promise<Plan> {
  const { readTemplates } = await import("./read-template.ts");
  return readTemplates(inputs, wants, given);
}

async function places(input: Input, pointers: Iterable<string>): Promise<ReadonlyMap<string, Place>> {
  const { placesInTemplate } = await import("./load.ts");
  return placesInTemplate(input, pointers);
}
