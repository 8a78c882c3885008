import { recordAt, textAt } from "../json/shape.ts";
import type { Template } from "./template.ts";

/** A value that a stack of the CDK leaves in another region, under a name that its app makes up. */
interface Handover {
  readonly id: string;
  readonly name: string;
  readonly region: string | undefined;
  readonly value: unknown;
}

/**
 * What a stack hands over to those of other regions, by a custom resource that writes it into parameters there.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib-readme.html#accessing-resources-in-a-different-stack-and-region
 */
export function* handovers({ resources }: Template): Iterable<Handover> {
  for (const [id, resource] of Object.entries(resources)) {
    if (textAt(resource, "Type") !== "Custom::CrossRegionExportWriter") continue;
    const region = textAt(resource, "Properties", "WriterProps", "region");
    const all = recordAt(resource, "Properties", "WriterProps", "exports") ?? {};
    for (const [name, value] of Object.entries(all)) yield { id, name, region, value };
  }
}

/** Whether an attribute of a resource is something that was handed over like this. */
export function isHandedOver(template: Template, id: string, attribute: string): boolean {
  return (
    attribute.startsWith("/cdk/exports/") &&
    textAt(template.resources, id, "Type") === "Custom::CrossRegionExportReader"
  );
}
