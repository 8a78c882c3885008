import type { Linking } from "../link/linking.ts";
import type { Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import type { Naming } from "../link/things.ts";

/** What one resource type says about access. A type is one of these, in a file of its own or as a row among its like. */
export interface ResourceType {
  /** Terraform's name; data sources begin with `data.`. Left out where only CloudFormation has such a thing. */
  readonly terraform?: string;
  /** CloudFormation's name of the same thing. */
  readonly cloudformation?: string;
  /** CloudFormation's names of its properties, where they are not Terraform's in camel case. */
  readonly spelling?: Spelling;
  /** How other resources name it; left out when none does. */
  readonly naming?: Naming;
  /** Adds what the resource means to the graph; left out when it only matters as the target of others. */
  contribute?(resource: Resource, linking: Linking): void;
  /** Adds what it means to the state after the change that the resource, shown as it was, is deleted; left out when only its absence counts. */
  vanish?(resource: Resource, linking: Linking): void;
}
