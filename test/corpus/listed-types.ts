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

/** Whether a type is judged by now: all of AWS. */
export function isJudged(type: string): boolean {
  return (listedTypes.get(type) ?? []).some(({ provider }) => provider === "aws");
}
