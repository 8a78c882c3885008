import type { Place } from "./place.ts";
import { account, region } from "./policies.ts";

/** A resource's values once it exists. */
export type Values = Readonly<Record<string, unknown>>;

/** A type of resource as the plans of the benchmark have it. */
export interface ResourceType {
  readonly type: string;
  /** Attributes that are only known once it exists. */
  readonly computed: readonly string[];
  /** Attributes whose values the provider marks as sensitive. */
  readonly sensitive?: readonly string[];
  /** Expressions of its block that refer to something; the others are constants. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  values(place: Place, statements: number): Values;
}

export function tagged({ service, key }: Place): Values {
  const tags = {
    CostCenter: `cc-${service.length}${key.length}`,
    Environment: "prod",
    ManagedBy: "terraform",
    Owner: `team-${service.split("-", 1)[0]}@example.com`,
    Repository: `https://git.example.com/infra/${service}?ref=main&path=<root>`,
  };
  return { tags, tags_all: { ...tags, Account: account } };
}

export function arn(service: string, name: string): string {
  return service === "iam" || service === "s3"
    ? `arn:aws:${service}::${service === "s3" ? "" : account}:${name}`
    : `arn:aws:${service}:${region}:${account}:${name}`;
}

/** Every attribute of a list, set to the same. */
export function all(value: unknown, ...names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, value]));
}
