import { identityTypes } from "./identity-types.ts";
import { otherTypes } from "./other-types.ts";
import type { Place } from "./place.ts";
import { Random } from "./random.ts";

export interface PlanOptions {
  /** How many resources `resource_changes` lists. */
  readonly resources: number;
  /** The share of them that are about access: 0 to 1. */
  readonly identityShare: number;
  /** Statements of a policy, on average. */
  readonly statements: number;
  /** Instances of each module. */
  readonly instances: number;
  /** The share that the plan changes. */
  readonly changed: number;
  /** Equal seeds, with equal options, give equal plans. */
  readonly seed: number;
}

export const usual: Omit<PlanOptions, "resources"> = {
  identityShare: 0.3,
  statements: 6,
  instances: 10,
  changed: 0.25,
  seed: 1,
};

/** Resources that are declared together: a role, what it may do, and what runs as it. */
export const groupSize = 20;

const teams = ["payments", "orders", "billing", "search", "ingest", "web", "data", "platform", "audit", "identity"];

export function placeAt(index: number, options: PlanOptions): Place {
  const group = Math.floor(index / groupSize);
  const slot = index % groupSize;
  const type = typeOf(slot, options.identityShare);
  const { modules, module, key, number } = moduleOf(group, options.instances);
  const block = `${slot < 10 ? "a" : "b"}${slot}`;
  return {
    index,
    type,
    block,
    modules,
    module,
    key,
    address: `${module === "" ? "" : `${module}.`}${type}.${block}`,
    service: `${teams[number % teams.length]}-${number}-${key}`,
    shared: () => new Random(options.seed, number, slot),
    own: () => new Random(options.seed, index, 7),
  };
}

/** The first slots of a group are about access: an exact share, and each role before what names it. */
function typeOf(slot: number, share: number): string {
  const first = Math.round(share * groupSize);
  const types = slot < first ? identityTypes : otherTypes;
  const type = types[(slot < first ? slot : slot - first) % types.length];
  if (type === undefined) throw new Error(`no type for slot ${slot}`);
  return type.type;
}

/** The first group stands in the root; the others fill the instances of one module after the other. */
function moduleOf(group: number, instances: number) {
  if (group === 0) return { modules: [], module: "", key: "root", number: 0 };
  const number = 1 + Math.floor((group - 1) / instances);
  const key = `k${(group - 1) % instances}`;
  const name = `service_${number}`;
  const isNested = number % 4 === 0;
  const instance = `module.${name}[${JSON.stringify(key)}]`;
  return isNested
    ? { modules: ["platform", name], module: `module.platform.${instance}`, key, number }
    : { modules: [name], module: instance, key, number };
}
