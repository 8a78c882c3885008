import { Buffer } from "node:buffer";
import type { Input } from "../frontend.ts";
import { at, textAt } from "../json/shape.ts";

/** What deploys another template; that of SAM becomes the other one. */
export const deployingTypes: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::Serverless::Application",
]);

/**
 * What a nested stack calls the file of its template, as far as it is one: the path where the CDK keeps what it uploads; a path as it is written before
 * `aws cloudformation package` puts a URL in its place; or, of a URL that the CDK makes, the name that the asset will have.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export function nestedName(resource: unknown): string | undefined {
  const asset = textAt(resource, "Metadata", "aws:asset:path");
  const property = at(resource, "Metadata", "aws:asset:property");
  if (asset !== undefined && (property === undefined || property === "TemplateURL")) return asset;
  const url = at(resource, "Properties", "TemplateURL") ?? at(resource, "Properties", "Location");
  if (typeof url === "string") return isUrl(url) ? undefined : url;
  return /[0-9a-f]{64}\.json/.exec(JSON.stringify(url) ?? "")?.[0];
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

/** What is looked for in bytes: a text whose beginning is rare is found much faster. */
const marks = [...deployingTypes].map((type) => type.replace(/^AWS::/, ""));

/** Whether a type that deploys another template stands in a document at all. */
export function mayNest({ bytes }: Input): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return marks.some((mark) => text.includes(mark, 0, "latin1"));
}
