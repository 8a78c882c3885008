import type { SourceLocation } from "#model/location.ts";
import type { Notice } from "#model/notice.ts";
import type { ResourceChange } from "#model/plan.ts";
import type { OpenedDocument } from "../input/open.ts";
import type { DuplicateKey } from "../json/duplicate-keys.ts";
import { at, listAt, recordAt, textAt } from "../json/shape.ts";
import type { Records } from "./records.ts";

type Level = Notice["level"];

/** Says things about one document. */
export class Notices {
  readonly said: Notice[] = [];
  readonly #document: string;

  constructor(document: string) {
    this.#document = document;
  }

  say(level: Level, code: string, place: string | SourceLocation, message: string): void {
    const location = typeof place === "string" ? { document: this.#document, pointer: place } : place;
    this.said.push({ code, level, message, location });
  }

  /** Something has not the shape that it is read in. */
  odd(pointer: string): void {
    this.say(
      "incomplete",
      "unexpected-shape",
      pointer,
      "this part of the plan has not the shape that it should have, and was not read",
    );
  }

  /** Both places have one pointer, so they are told by their bytes. */
  duplicate(level: Level, { pointer, first, second }: DuplicateKey, address?: string): void {
    const location = { document: this.#document, pointer, ...(address !== undefined && { address }) };
    this.say(
      level,
      "duplicate-key",
      location,
      `this key stands twice in one object, at bytes ${first} and ${second}; the last value was read`,
    );
  }
}

/** What had to be done to read the document. */
export function sayOfDocument(notices: Notices, { noise }: OpenedDocument): void {
  if (noise > 0)
    notices.say(
      "info",
      "lines-skipped",
      "",
      `${count(noise, "line before the plan was", "lines before the plan were")} skipped, not being JSON`,
    );
}

/** What the plan says about itself: whether it is whole, and what else its reader should know. */
export function sayOfPlan(notices: Notices, records: Records): void {
  const { members, lists } = records;
  sayOfFormat(notices, members);
  if (members.get("errored") === true) {
    notices.say(
      "incomplete",
      "plan-errored",
      "/errored",
      "terraform plan ended with an error, so this plan shows only a part of what was meant",
    );
  } else if (members.get("complete") === false) {
    notices.say(
      "incomplete",
      "plan-incomplete",
      "/complete",
      "this plan is not complete: it was limited with -target, or something in it was deferred",
    );
  }
  if (members.has("plan_format_version")) {
    notices.say(
      "info",
      "redacted-plan",
      "/plan_format_version",
      "this is a redacted plan of HCP Terraform, without configuration: references between resources are not known",
    );
  } else if (!records.keys.has("configuration")) {
    notices.say(
      "info",
      "no-configuration",
      "",
      "this plan has no configuration: references between resources are not known",
    );
  }
  for (const pointer of records.odd) notices.odd(pointer);
  for (const twice of records.twice) notices.duplicate("incomplete", twice);
  for (const [i, deferred] of listAt(members.get("deferred_changes")).entries()) sayDeferred(notices, deferred, i);
  const drift = lists.get("resource_drift")?.length ?? 0;
  if (drift > 0)
    notices.say(
      "info",
      "drift",
      "/resource_drift",
      `${count(drift, "resource was", "resources were")} changed outside of Terraform since the last apply`,
    );
  for (const [i, check] of listAt(members.get("checks")).entries()) sayOfCheck(notices, check, i);
  const actions = listAt(members.get("action_invocations")).length;
  if (actions > 0)
    notices.say(
      "info",
      "actions",
      "/action_invocations",
      `${count(actions, "action", "actions")} will run during the deployment`,
    );
}

function sayOfFormat(notices: Notices, members: ReadonlyMap<string, unknown>): void {
  const key = members.has("plan_format_version") ? "plan_format_version" : "format_version";
  const version = members.get(key);
  if (version === undefined || (typeof version === "string" && /^[01]\./.test(version))) return;
  notices.say(
    "incomplete",
    "unknown-format-version",
    `/${key}`,
    "this plan has a format version that this version of rolecall does not know",
  );
}

function sayDeferred(notices: Notices, deferred: unknown, i: number): void {
  const address = textAt(deferred, "resource_change", "address") ?? "a resource";
  notices.say(
    "incomplete",
    "change-deferred",
    `/deferred_changes/${i}`,
    `the change of ${address} is deferred to a later plan`,
  );
}

function sayOfCheck(notices: Notices, check: unknown, i: number): void {
  const status = at(check, "status");
  if (status !== "fail" && status !== "error") return;
  const name = textAt(recordAt(check, "address"), "to_display") ?? "a check";
  notices.say(
    "info",
    "check-failed",
    `/checks/${i}`,
    `${name}: a check or condition of this configuration does not hold`,
  );
}

/** What happens to resources beside their change. */
export function sayOfChanges(notices: Notices, changes: readonly ResourceChange[]): void {
  for (const change of changes) {
    if (change.action === "unrecognized") {
      notices.say(
        "incomplete",
        "unknown-action",
        change.at,
        "the plan does something with this resource that this version does not know",
      );
    }
    if (change.action === "forget") {
      notices.say(
        "info",
        "forgotten",
        change.at,
        `${change.address} will no longer be managed here, but stays as it is`,
      );
    }
  }
  const imports = changes.filter((one) => one.action === "import").length;
  if (imports > 0)
    notices.say(
      "info",
      "imports",
      "/resource_changes",
      `${count(imports, "existing resource is", "existing resources are")} imported without a change`,
    );
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
