import { at, textAt } from "../json/shape.ts";

/**
 * The file that holds the template of a nested stack, as far as it is one: a path, as it is written before `aws cloudformation package` puts a URL in its
 * place, or where the CDK keeps what it uploads.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export function nestedName(resource: unknown): string | undefined {
  const asset = textAt(resource, "Metadata", "aws:asset:path");
  const property = at(resource, "Metadata", "aws:asset:property");
  if (asset !== undefined && (property === undefined || property === "TemplateURL")) return asset;
  const written = textAt(resource, "Properties", "TemplateURL") ?? textAt(resource, "Properties", "Location");
  return written === undefined || isUrl(written) ? undefined : written;
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text) && !/^file:/i.test(text);
}
