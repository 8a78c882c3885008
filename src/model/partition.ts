/** A part of a cloud that shares nothing with the others: its own accounts, and its own ARNs. */
export interface Partition {
  /** As in an ARN: `aws-cn`. */
  readonly name: string;
  /** What the names of its services end in: `AWS::URLSuffix`. */
  readonly suffix: string;
}

/**
 * Partitions of AWS by how the names of their regions begin; all others are in the one that nearly all accounts are in.
 * https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json (2026-08)
 */
const byPrefix: ReadonlyMap<string, Partition> = new Map([
  ["cn-", { name: "aws-cn", suffix: "amazonaws.com.cn" }],
  ["us-gov-", { name: "aws-us-gov", suffix: "amazonaws.com" }],
  ["us-iso-", { name: "aws-iso", suffix: "c2s.ic.gov" }],
  ["us-isob-", { name: "aws-iso-b", suffix: "sc2s.sgov.gov" }],
  ["eu-isoe-", { name: "aws-iso-e", suffix: "cloud.adc-e.uk" }],
  ["us-isof-", { name: "aws-iso-f", suffix: "csp.hci.ic.gov" }],
  ["eusc-", { name: "aws-eusc", suffix: "amazonaws.eu" }],
]);

const common: Partition = { name: "aws", suffix: "amazonaws.com" };

/** The partition of a region; the common one where no region is known. */
export function partitionOf(region: string | undefined): Partition {
  const found = [...byPrefix].find(([start]) => region?.startsWith(start) === true);
  return found?.[1] ?? common;
}
