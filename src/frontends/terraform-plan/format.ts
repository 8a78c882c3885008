import { recordAt, textAt } from "../json/shape.ts";
import type { Records } from "./records.ts";

/** What was read, for people: `Terraform 1.11.4 plan (format 1.2)`. */
export function formatOf({ members, lists }: Records): string {
  const format = version(members.get("format_version") ?? members.get("plan_format_version"));
  const suffix = format === undefined ? "" : ` (format ${format})`;
  if (members.has("plan_format_version")) return `HCP Terraform redacted plan${suffix}`;
  const providers = [...(lists.get("resource_changes") ?? [])].map((head) => head.providerName);
  const configured = Object.values(recordAt(members.get("configuration"), "provider_config") ?? {}).map((one) =>
    textAt(one, "full_name"),
  );
  const tool = [...providers, ...configured].some(isOpenTofu) ? "OpenTofu" : "Terraform";
  const release = version(members.get("terraform_version"));
  return `${tool}${release === undefined ? "" : ` ${release}`} plan${suffix}`;
}

/** Versions are shown only when they look like some. */
function version(value: unknown): string | undefined {
  return typeof value === "string" && /^\d[\w.+-]{0,30}$/.test(value) ? value : undefined;
}

/** OpenTofu writes its version under Terraform's key; only the registry of the providers tells. */
function isOpenTofu(provider: string | undefined): boolean {
  return provider !== undefined && /^[^/]*\bopentofu\.org\//.test(provider);
}
