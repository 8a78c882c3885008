import { statementOf, type VendorStatement } from "./policy-lines.ts";
import { unpack } from "./unpack.ts";

/** A policy that AWS maintains. */
export interface ManagedPolicy {
  readonly name: string;
  /** `/`, `/service-role/`, `/job-function/` … */
  readonly path: string;
  /** The policy document as JSON: `Version` and `Statement`, with what access is decided by. */
  readonly document: unknown;
  /** True when the content is that of the namesake in the commercial partition. */
  readonly assumed: boolean;
}

/**
 * The managed policies of AWS by ARN, as they were on `date`.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export class ManagedPolicies {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly #packed: string;
  #statements: ReadonlyMap<string, string> | undefined;

  constructor(packed: string, date: string) {
    this.#packed = packed;
    this.date = date;
  }

  /**
   * The policy with this ARN, in any partition. Letter case counts, as it does in ARNs; an ARN without the policy's
   * path names nothing. Each call makes a document of its own.
   */
  byArn(arn: string): ManagedPolicy | undefined {
    const [head, partition, service, region, account, resource, ...more] = arn.split(":", 7);
    if (head !== "arn" || !partition || service !== "iam" || region !== "" || account !== "aws" || more.length > 0)
      return undefined;
    if (resource?.startsWith("policy/") !== true) return undefined;
    const key = resource.slice("policy/".length);
    const lines = this.#table().get(key);
    if (lines === undefined) return undefined;
    const slash = key.lastIndexOf("/") + 1;
    return {
      name: key.slice(slash),
      path: `/${key.slice(0, slash)}`,
      document: documentOf(lines),
      assumed: partition !== "aws",
    };
  }

  #table(): ReadonlyMap<string, string> {
    this.#statements ??= new Map(unpack(this.#packed).split("\n\n").map(policyOf));
    return this.#statements;
  }
}

/** A policy is its name with the path and then a line for each statement. */
function policyOf(block: string): readonly [string, string] {
  const end = block.indexOf("\n");
  return [block.slice(0, end), block.slice(end + 1)];
}

function documentOf(lines: string): { readonly Version: string; readonly Statement: readonly VendorStatement[] } {
  return { Version: "2012-10-17", Statement: lines.split("\n").map(statementOf) };
}

let loaded: Promise<ManagedPolicies> | undefined;

/** Loads the table, once for all inputs; it is unpacked when it is first asked. */
export function loadManagedPolicies(): Promise<ManagedPolicies> {
  loaded ??= import("./managed-policies.generated.ts").then(({ date, packed }) => new ManagedPolicies(packed, date));
  return loaded;
}
