import type { ResourceType } from "./resource-type.ts";
import { type Uses, workloads } from "./workload.ts";

/** What there is to say of a type beside what for it uses roles. */
interface About {
  /** The property that people know it by, where that is not `Name`. */
  readonly name?: string;
  /** True for what has no name of its own: it goes by its logical id. */
  readonly unnamed?: true;
  /** Properties that list roles. */
  readonly lists?: Uses;
  /** Properties that name an instance profile. */
  readonly profiles?: Uses;
  /** True for what cannot have tags. */
  readonly untaggable?: true;
}

/**
 * A user of roles that only templates have: its type without `AWS::`, and what for, by the dotted path of the property that tells who.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export type TemplateRow = readonly [type: string, roles: Uses, about?: About];

export function templateWorkloads(rows: readonly TemplateRow[]): readonly ResourceType[] {
  return workloads(
    rows.map(([type, roles, { name = "Name", unnamed, lists, ...about } = {}]) => ({
      cloudformation: `AWS::${type}`,
      ...(unnamed !== true && { name }),
      roles,
      ...(lists !== undefined && { roleLists: lists }),
      ...about,
    })),
  );
}
