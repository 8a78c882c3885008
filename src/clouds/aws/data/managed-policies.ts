import { unpack } from "./unpack.ts";

/** A policy that AWS maintains. */
export interface ManagedPolicy {
  readonly name: string;
  /** `/`, `/service-role/`, `/job-function/` … */
  readonly path: string;
  /** The policy document, as JSON. */
  readonly document: unknown;
  /** True when the content is that of the namesake in the commercial partition. */
  readonly assumed: boolean;
}

/** The managed policies of AWS by ARN, as they were on `date`. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
export class ManagedPolicies {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly #packed: string;
  #documents: ReadonlyMap<string, string> | undefined;

  constructor(packed: string, date: string) {
    this.#packed = packed;
    this.date = date;
  }

  /** The policy with this ARN, in any partition. */
  byArn(arn: string): ManagedPolicy | undefined {
    const match = /^arn:([^:]+):iam::aws:policy(\/.*?)([^/]+)$/.exec(arn);
    const [, partition, path = "", name = ""] = match ?? [];
    const document = this.#table().get(`${path}${name}`);
    if (match === null || document === undefined) return undefined;
    return { name, path, document: JSON.parse(document) as unknown, assumed: partition !== "aws" };
  }

  #table(): ReadonlyMap<string, string> {
    this.#documents ??= new Map(unpack(this.#packed).split("\n").map(entry));
    return this.#documents;
  }
}

function entry(line: string): readonly [string, string] {
  const tab = line.indexOf("\t");
  return [`/${line.slice(0, tab)}`, line.slice(tab + 1)];
}

export async function loadManagedPolicies(): Promise<ManagedPolicies> {
  const { date, packed } = await import("./managed-policies.generated.ts");
  return new ManagedPolicies(packed, date);
}
