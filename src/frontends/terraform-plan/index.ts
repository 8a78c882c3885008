import { isRecord } from "#model/json-tree.ts";
import { InputError } from "#model/input-error.ts";
import type { Plan } from "#model/plan.ts";
import type { Frontend, Input, Wants } from "../frontend.ts";
import type { Json, RawConfiguration, RawStateModule } from "./format.ts";
import { isResourceChange, PlanReader } from "./read.ts";

/** Plans of Terraform 0.12 and later and of OpenTofu, as `terraform show -json` prints them. */
export const terraformPlan: Frontend = {
  id: "terraform-plan",
  recognizes: () => true,
  read: async (input, wants) => read(parse(input), input.path, wants),
};

function parse(input: Input): Json {
  const value: unknown = JSON.parse(new TextDecoder("utf-8").decode(input.bytes));
  if (!isRecord(value)) throw new InputError(3, "not-a-plan", `${input.path} is not a Terraform plan`);
  return value;
}

function read(top: Json, document: string, wants: Wants): Plan {
  const reader = new PlanReader(document, top["configuration"] as RawConfiguration | undefined, wants);
  const changes = Array.isArray(top["resource_changes"]) ? top["resource_changes"] : undefined;
  for (const [i, raw] of (changes ?? []).entries()) if (isResourceChange(raw)) reader.change(raw, `/resource_changes/${i}`);
  const planned = isRecord(top["planned_values"]) ? (top["planned_values"]["root_module"] as RawStateModule) : undefined;
  if (changes === undefined) reader.planned(planned);
  const prior = isRecord(top["prior_state"]) && isRecord(top["prior_state"]["values"]) ? (top["prior_state"]["values"]["root_module"] as RawStateModule) : undefined;
  reader.state(prior, "/prior_state/values/root_module");
  reader.variables(top["variables"]);
  const format = `Terraform ${String(top["terraform_version"])} plan (format ${String(top["format_version"])})`;
  return reader.finish(top, format, changes !== undefined);
}
