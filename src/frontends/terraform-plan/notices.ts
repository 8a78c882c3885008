import { isRecord } from "#model/json-tree.ts";
import type { Notice } from "#model/notice.ts";
import type { Json } from "./format.ts";

/** What the plan says about itself: whether it is whole, and what else its reader should know. */
export function planNotices(top: Json, document: string): readonly Notice[] {
  const notices: Notice[] = [];
  const say = (level: Notice["level"], code: string, pointer: string, message: string) => notices.push({ code, level, message, location: { document, pointer } });
  if (top["errored"] === true) say("incomplete", "plan-errored", "/errored", "terraform plan ended with an error, so this plan shows only a part of what was meant");
  if (top["complete"] === false) say("incomplete", "plan-incomplete", "/complete", "this plan is not complete: it was limited with -target, or something was deferred");
  if (top["format_version"] !== undefined && !/^[01]\./.test(String(top["format_version"]))) {
    say("incomplete", "unknown-format-version", "/format_version", "this plan is of a format version that this version does not know");
  }
  for (const [i, item] of listed(top["deferred_changes"]).entries()) {
    const change = isRecord(item) && isRecord(item["resource_change"]) ? item["resource_change"] : {};
    say("incomplete", "change-deferred", `/deferred_changes/${i}`, `the change of ${String(change["address"])} is deferred to a later plan`);
  }
  const drift = listed(top["resource_drift"]).length;
  if (drift > 0) say("info", "drift", "/resource_drift", `${drift === 1 ? "1 resource was" : `${drift} resources were`} changed outside of Terraform`);
  for (const [i, check] of listed(top["checks"]).entries()) {
    if (isRecord(check) && (check["status"] === "fail" || check["status"] === "error")) {
      const address = isRecord(check["address"]) ? check["address"]["to_display"] : undefined;
      say("info", "check-failed", `/checks/${i}`, `the check ${String(address)} of this configuration does not hold`);
    }
  }
  const actions = listed(top["action_invocations"]).length;
  if (actions > 0) say("info", "actions", "/action_invocations", `${actions === 1 ? "1 action" : `${actions} actions`} will run during the deployment`);
  return notices;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
