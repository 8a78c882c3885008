import { isRecord } from "#model/json-tree.ts";
import type { Action } from "#model/plan.ts";
import { at, listAt } from "../json/shape.ts";

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

/**
 * What a change does. An import is not an action of its own in the format: it stands beside one, and is told apart only
 * where nothing else happens.
 * https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 */
export function actionOf(change: unknown): Action {
  const action = words.get(listAt(change, "actions").join("+")) ?? "unrecognized";
  return action === "none" && isRecord(at(change, "importing")) ? "import" : action;
}

/** Whether the resource is there afterwards: what is only deleted or forgotten is not meant by any reference. */
export function leavesNothing(actions: readonly unknown[] | undefined): boolean {
  return actions?.length === 1 && (actions[0] === "delete" || actions[0] === "forget");
}
