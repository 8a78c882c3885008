import { readFileSync, writeFileSync } from "node:fs";

/**
 * Makes src/clouds/data/identity-types.generated.ts from data/terraform-identity-types.tsv: for each provider, its resource types that are about access
 * with their kinds.
 *
 *   node scripts/data/identity-types.ts
 */
const rows = readFileSync("data/terraform-identity-types.tsv", "utf8").trim().split("\n").slice(1);
const byProvider = new Map<string, Map<string, Set<string>>>();
for (const row of rows) {
  const [provider = "", type = "", kind = ""] = row.split("\t");
  const types = byProvider.get(provider) ?? new Map<string, Set<string>>();
  types.set(type, new Set([...(types.get(type) ?? []), kind]));
  byProvider.set(provider, types);
}
const lines = [...byProvider].map(([provider, types]) => `${provider}\t${[...types].map(([type, kinds]) => `${type} ${[...kinds].join(",")}`).join(" ")}`);
const header = "// Made by scripts/data/identity-types.ts from data/terraform-identity-types.tsv. Do not edit.\n";
writeFileSync("src/clouds/data/identity-types.generated.ts", `${header}export const table =\n  ${JSON.stringify(lines.join("\n"))};\n`);
