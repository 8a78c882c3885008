import type { Dialect } from "#model/plan.ts";
import { tagProperties } from "../data/tag-properties.ts";
import type { Resource } from "../link/resource.ts";
import { respelled, type Spelling } from "../link/spelling.ts";
import { types } from "./list.generated.ts";
import type { ResourceType } from "./resource-type.ts";

/** Every AWS resource type that is understood, by Terraform's name; by CloudFormation's where only that has it. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = combined(types);

const byCloudFormation = new Map([...resourceTypes.values()].map((type) => [type.cloudformation, type]));

/** A type may be several things, each of them a row among its like: a queue is ruled by a policy, and a domain runs as a role, too. */
function combined(rows: readonly ResourceType[]): ReadonlyMap<string, ResourceType> {
  const found = new Map<string, ResourceType>();
  for (const row of rows) {
    const other = found.get(keyOf(row));
    found.set(keyOf(row), other === undefined ? row : both(other, row));
  }
  return found;
}

function both(one: ResourceType, other: ResourceType): ResourceType {
  return {
    ...one,
    ...other,
    spelling: { ...one.spelling, ...other.spelling },
    contribute(resource, linking) {
      one.contribute?.(resource, linking);
      other.contribute?.(resource, linking);
    },
    vanish(resource, linking) {
      one.vanish?.(resource, linking);
      other.vanish?.(resource, linking);
    },
  };
}

/** Whether resources of a type are understood: of its own, or as what is looked up. */
export function isUnderstood(type: string, dialect: Dialect): boolean {
  if (dialect === "cloudformation") return byCloudFormation.has(type);
  return resourceTypes.has(type) || resourceTypes.has(`data.${type}`);
}

/** A resource in Terraform's words, whatever its dialect: rows and what they add are written in these. */
export function inTerraformsWords(resource: Resource): Resource {
  if (resource.change.dialect === "terraform") return resource;
  const type = byCloudFormation.get(resource.typeKey);
  const values = respelled(resource.values, spellingOf(resource.typeKey, type));
  return { ...resource, values, typeKey: type === undefined ? resource.typeKey : keyOf(type) };
}

function spellingOf(name: string, type: ResourceType | undefined): Spelling {
  const known = spellings.get(name);
  if (known !== undefined) return known;
  const own = type?.spelling ?? nothing;
  const tags = tagProperties.get(name);
  if (tags === undefined) return own;
  const spelling = { ...own, tags };
  spellings.set(name, spelling);
  return spelling;
}

/** Of the types that have a name of their own for tags: all resources of a type share one. */
const spellings = new Map<string, Spelling>();
const nothing: Spelling = {};

function keyOf({ terraform, cloudformation }: ResourceType): string {
  const key = terraform ?? cloudformation;
  if (key === undefined) throw new Error("a resource type needs a name");
  return key;
}
