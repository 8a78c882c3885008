import { readFileSync } from "node:fs";

/** What the list beside the code says about a type, for one of its kinds. */
export interface Listed {
  readonly provider: string;
  readonly kind: string;
  /** Dotted paths of the attributes that say it. */
  readonly attributes: readonly string[];
}

/** Every type of the list, with what it says for each of its kinds. */
export const listedTypes: ReadonlyMap<string, readonly Listed[]> = read();

function read(): ReadonlyMap<string, readonly Listed[]> {
  const types = new Map<string, Listed[]>();
  const table = readFileSync(new URL("../../data/terraform-identity-types.tsv", import.meta.url), "utf8");
  for (const line of table.trim().split("\n").slice(1)) {
    const [provider = "", type = "", kind = "", attributes = ""] = line.split("\t");
    types.set(type, [...(types.get(type) ?? []), { provider, kind, attributes: attributes.split(",") }]);
  }
  return types;
}

/** Whether a type is judged by now: all of AWS that say more than which role they run as, and some that say just that. */
export function isJudged(type: string): boolean {
  const aws = (listedTypes.get(type) ?? []).filter(({ provider }) => provider === "aws");
  return aws.some(({ kind }) => kind !== "role-user") || isWorkload(type);
}

/** What runs as a role is judged for these alone: a bucket or a topic that uses one is not read for it. */
export function isWorkload(type: string): boolean {
  return /^aws_(lambda_function|instance|launch_|spot_|ecs_|codebuild_|sfn_)/.test(type);
}
