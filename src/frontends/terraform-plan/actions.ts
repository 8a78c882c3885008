import { isRecord } from "#model/json-tree.ts";
import type { Action } from "#model/plan.ts";
import type { RawChange } from "./format.ts";

const words: ReadonlyMap<string, Action> = new Map([
  ["no-op", "none"],
  ["create", "create"],
  ["read", "read"],
  ["open", "read"],
  ["update", "update"],
  ["delete", "delete"],
  ["forget", "forget"],
  ["delete+create", "replace"],
  ["create+delete", "replace"],
  ["create+forget", "replace"],
  ["forget+create", "replace"],
]);

/** What a change does. An import is not an action of its own in the format: it stands beside one, and is told apart only where nothing else happens. */
export function actionOf(change: RawChange | undefined): Action {
  const action = words.get((change?.actions ?? []).join("+")) ?? "unrecognized";
  return action === "none" && isRecord(change?.importing) ? "import" : action;
}
