import { isJudged, listedTypes } from "./listed-types.ts";
import { at, type Json, listOf } from "./raw-plan.ts";

/** What of a type that is not judged keeps a gate from passing: who may be what, and who may do what. */
const grave = new Set(["identity", "trust", "policy", "attachment", "resource-policy"]);

/** Why a plan cannot be passed, by its raw JSON and the list of types alone. */
export function stopReasons(plan: Json): readonly string[] {
  const reasons = new Set<string>();
  if (plan.errored === true) reasons.add("errored");
  if (plan.complete === false) reasons.add("not complete");
  if (listOf(plan.deferred_changes).length > 0) reasons.add("deferred");
  if (!/^[01]\./.test(String(plan.format_version ?? plan.plan_format_version))) reasons.add("format");
  for (const change of listOf(plan.resource_changes)) {
    const type = String(at(change, "type"));
    if (at(change, "mode") !== "managed" || !isThere(change)) continue;
    if (isUnjudged(type)) reasons.add(type);
    // One plan, written by hand, has a creation without any values, known or not.
    const values = [at(change, "change", "after"), at(change, "change", "after_unknown")];
    if (values.every((one) => one === undefined)) reasons.add("no values");
  }
  return [...reasons];
}

/** What is neither before nor after is not there. */
function isThere(change: unknown): boolean {
  return [at(change, "change", "before"), at(change, "change", "after")].some((one) => one !== null);
}

function isUnjudged(type: string): boolean {
  const kinds = listedTypes.get(type) ?? [];
  return !isJudged(type) && kinds.some(({ provider, kind }) => provider !== "aws" || grave.has(kind));
}
