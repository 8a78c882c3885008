import { InputError } from "#model/input-error.ts";
import type { Plan } from "#model/plan.ts";
import type { Frontend, Input, Wants } from "../frontend.ts";
import { openDocument } from "../input/open.ts";
import { topKeys } from "../input/top-keys.ts";
import { JsonProblem } from "../json/problem.ts";
import { jsonError } from "../refusals/json-error.ts";
import { refusalOf } from "../refusals/refusal-of.ts";
import { readPlan } from "./read-plan.ts";

/**
 * Plans of Terraform 0.12 and later and of OpenTofu, as `terraform show -json` prints them; redacted plans of HCP
 * Terraform too.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export const terraformPlan: Frontend = { id: "terraform-plan", recognizes, read };

function recognizes(input: Input): boolean {
  try {
    return [...topKeys(openDocument(input), isTelling)].some(isTelling);
  } catch (error) {
    // Whatever is wrong with it, it was not seen to be a plan; `refusalOf` says what it is.
    if (error instanceof JsonProblem || error instanceof InputError) return false;
    throw error;
  }
}

function isTelling(key: string): boolean {
  return key === "resource_changes" || key === "planned_values" || key === "plan_format_version";
}

async function read(input: Input, wants: Wants): Promise<Plan> {
  const document = openDocument(input);
  try {
    if (![...topKeys(document, isTelling)].some(isTelling)) throw refusalOf(document);
    return readPlan(document, wants);
  } catch (error) {
    throw error instanceof JsonProblem ? jsonError(document, error) : error;
  }
}
