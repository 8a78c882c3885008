import type { Workload } from "#model/identity.ts";
import { literalText, type Text, wholeText } from "#model/text.ts";
import { isSet } from "../link/attach.ts";
import { leavesAt } from "../link/leaves.ts";
import type { Linking } from "../link/linking.ts";
import { attribute, type Resource } from "../link/resource.ts";
import type { Spelling } from "../link/spelling.ts";
import { tagsOf, untaggable } from "../link/tags.ts";
import type { Naming } from "../link/things.ts";
import type { ResourceType } from "./resource-type.ts";
import {
  type HandsOver,
  identitiesNamed,
  identityNamed,
  roleOfFunction,
  roleOfProfile,
  type Use,
  usesIn,
} from "./workload-identity.ts";
import { type JsonRoles, usesInJson } from "./workload-json.ts";
import { type PairedRoles, usesInPairs } from "./workload-pairs.ts";

/** What for, by the dotted path of the attribute that tells who. */
export type Uses = Readonly<Record<string, string>>;

/** What runs as an identity, or hands one to a service. */
export interface WorkloadRow {
  /** Left out where only CloudFormation has such a thing. */
  readonly terraform?: string;
  readonly cloudformation?: string;
  /** The attribute that people know it by; left out where there is none. */
  readonly name?: string;
  readonly naming?: Naming;
  /** Attributes that name a role, or a user where AWS takes one. */
  readonly roles?: Uses;
  /** Attributes that list roles. */
  readonly roleLists?: Uses;
  /** Attributes that name an instance profile. */
  readonly profiles?: Uses;
  /** Attributes that name a function, whose role is used. */
  readonly functions?: Uses;
  /** Lists of pairs of which some name a role. */
  readonly pairs?: PairedRoles | readonly PairedRoles[];
  /** Attributes that hold JSON with roles in it. */
  readonly json?: JsonRoles;
  /** CloudFormation's names of blocks and of what is in them, for pairs. */
  readonly spelling?: Spelling;
  /** CloudFormation's paths, where they are not Terraform's in camel case. */
  readonly inCloudFormation?: Uses;
  /** Properties that name a role and that only CloudFormation has. */
  readonly onlyInCloudFormation?: Uses;
  /** True for what computes: it is a workload even where it runs as nothing. */
  readonly computes?: true;
  /** True for what cannot have tags. */
  readonly untaggable?: true;
}

/** The resource types of a table. */
export function workloads(rows: readonly WorkloadRow[]): readonly ResourceType[] {
  return rows.map(workload);
}

/** What has only an id is called as in the source until it has one. */
function nameOf({ name }: WorkloadRow, resource: Resource): Text {
  const told = name === undefined ? undefined : attribute(resource, name);
  const isToCome = name === "id" && told !== undefined && !wholeText(told).known;
  return told === undefined || isToCome ? literalText(resource.change.name) : told;
}

function workload(row: WorkloadRow): ResourceType {
  const { terraform, cloudformation, naming, inCloudFormation } = row;
  const known = row.name;
  const name = known === undefined ? undefined : inCloudFormation?.[known];
  return {
    ...(terraform !== undefined && { terraform }),
    ...(cloudformation !== undefined && { cloudformation }),
    ...(naming !== undefined && { naming }),
    ...((row.spelling !== undefined || name !== undefined) && {
      spelling: { ...row.spelling, ...(known !== undefined && name !== undefined && { [known]: name }) },
    }),
    contribute(resource, linking) {
      const runsAs = usesOf(row, resource, linking);
      if (runsAs.length === 0 && row.computes !== true) return;
      const facts = {
        name: nameOf(row, resource),
        tags: row.untaggable === true ? untaggable : tagsOf(resource),
        ...linking.world.accountFacts(resource),
      };
      linking.graph.addWorkload({
        ...linking.graph.subject(resource.change, "aws", facts),
        kind: "workload",
        runsAs,
      });
    },
  };
}

function usesOf(row: WorkloadRow, resource: Resource, linking: Linking): Workload["runsAs"] {
  const at = (uses: Uses | undefined, whose: HandsOver): readonly Use[] =>
    Object.entries(uses ?? {}).flatMap(([path, use]) =>
      leavesAt(resource.values, spelled(path, row, resource))
        .filter(isSet)
        .flatMap((tree) => usesIn(tree, use, whose, resource, linking)),
    );
  return [
    ...at(row.roles, identityNamed),
    ...(resource.change.dialect === "cloudformation" ? at(row.onlyInCloudFormation, identityNamed) : []),
    ...at(row.roleLists, identitiesNamed),
    ...at(row.profiles, roleOfProfile),
    ...at(row.functions, roleOfFunction),
    ...[row.pairs ?? []].flat().flatMap((pairs) => usesInPairs(pairs, resource, linking)),
    ...usesInJson(row.json, resource, linking),
  ];
}

/** A path in the words of the resource: what has no spelling of its own keeps CloudFormation's names below the top. */
function spelled(path: string, { inCloudFormation }: WorkloadRow, { change }: Resource): string {
  if (change.dialect === "terraform") return path;
  return (
    inCloudFormation?.[path] ?? path.replace(/(?:^|(?<=\.)|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
  );
}
