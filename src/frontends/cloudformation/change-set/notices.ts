import type { Notice } from "#model/notice.ts";
import { textAt } from "../../json/shape.ts";
import { kindOfType } from "../kinds-of-types.ts";
import { type Change, type ChangeSet, describe, isGone } from "./document.ts";

/** What keeps a change set from being the whole one. */
export function aboutAll({ document, loaded }: ChangeSet): readonly Notice[] {
  const say = (pointer: string, code: string, message: string): Notice => ({
    code,
    level: "incomplete",
    message,
    location: { document, pointer },
  });
  const { root, twice } = loaded;
  const status = textAt(root, "Status");
  const found = twice.map(({ pointer, places }) =>
    say(pointer, "duplicate-key", `this key stands twice in one object, ${places}; the last value was read`),
  );
  if (textAt(root, "NextToken") !== undefined)
    found.push(say("/NextToken", "change-set-page", `this is one page of the change set; all of it: ${describe}`));
  if (status !== undefined && status !== "CREATE_COMPLETE" && !hasNothing(root))
    found.push(say("/Status", "change-set-not-made", `the change set is ${status}: what it lists may not be all`));
  return found;
}

/** A change set in which nothing changes has failed, as AWS sees it. */
function hasNothing(root: unknown): boolean {
  return /didn't contain changes|No updates are to be performed/.test(textAt(root, "StatusReason") ?? "");
}

/** What its type, and what is done with it, make worth saying. */
export function aboutChange(change: Change): readonly Notice[] {
  const kind = isGone(change) ? undefined : kindOfType(change.type);
  if (kind === undefined) return aboutAction(change);
  return [{ ...kind, location: change.at }, ...(kind.level === "incomplete" ? [] : aboutAction(change))];
}

export function aboutAction({ id, action, at }: Change): readonly Notice[] {
  if (action === "unrecognized") {
    const message =
      "the change set does something with this resource that this version does not know, or that is not decided yet";
    return [{ code: "unknown-action", level: "incomplete", message, location: at }];
  }
  if (action !== "forget") return [];
  const message = `${id} will no longer be managed here, but stays as it is`;
  return [{ code: "forgotten", level: "info", message, location: at }];
}

/** Without the values of properties nobody can tell what changes in them. */
export function untoldValues(
  { document }: ChangeSet,
  wanted: readonly Change[],
  level: Notice["level"],
): readonly Notice[] {
  const untold = wanted.filter((one) => one.before === undefined && one.after === undefined && !isGone(one));
  if (untold.length === 0) return [];
  const message = `the values of properties are not in this change set; with them: ${describe}`;
  return [{ code: "change-set-without-values", level, message, location: { document, pointer: "" } }];
}
