import { Buffer } from "node:buffer";
import { InputError } from "#model/input-error.ts";
import { parseJson } from "#model/json-tree.ts";
import type { Input } from "../frontend.ts";
import { nameOf } from "../input/name.ts";
import { openDocument } from "../input/open.ts";
import { at } from "../json/shape.ts";
import { isChangeSet } from "./change-set/index.ts";
import { isTemplate } from "./recognize.ts";

/**
 * The template that the user names as the one that is deployed.
 * @throws InputError where it is none.
 */
export function deployedTemplate(input: Input): Input {
  if (input.format === "cloudformation" || isTemplate(input)) return input;
  const body = printedBody(input);
  if (body !== undefined && isTemplate(body)) return body;
  const what = isChangeSet(input)
    ? "this is a change set, which is about one template, and several are judged"
    : "this is no CloudFormation template";
  throw new InputError(2, "before-is-no-template", `--before ${nameOf(input.path)}: ${what}`, hint);
}

const hint =
  "Give the template that is deployed: aws cloudformation get-template --stack-name NAME > deployed.json, or that of an earlier commit: git show main:template.yaml > deployed.yaml";

/**
 * The template in what `aws cloudformation get-template` prints: an object where it is JSON, a text where it is YAML.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html
 */
function printedBody(input: Input): Input | undefined {
  const body = at(parseJson(openDocument(input).bytes.toString("utf8")), "TemplateBody");
  if (body === undefined) return undefined;
  return { ...input, bytes: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)) };
}
